import { createTransport, type NodemailerError } from "nodemailer";
import type { Post } from "./letter.ts";
import { MailFault } from "./mail-fault.ts";

const timeouts = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export function createSmtp(smtpUrl: string): Post {
  const transport = createTransport({ url: smtpUrl, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  return async (envelope) => {
    try {
      return (await transport.sendMail(envelope)).messageId;
    } catch (error) {
      throw toFault(error);
    }
  };
}

/**
 * A 5xx answer is about this letter and final; what concerns the connection or our credentials is mended by time or by
 * the operator, and letters wait for it.
 */
function toFault(error: unknown): MailFault {
  const { code, responseCode } = error as NodemailerError;
  const isRefused = code === "EENVELOPE" || code === "EMESSAGE";
  const isTemporary = !isRefused || (responseCode !== undefined && responseCode < 500);
  return new MailFault(`The letter was not sent (${code ?? "unknown"} ${responseCode ?? ""}).`, isTemporary, {
    cause: error,
  });
}
