/** Sends letters over SMTP or, where none is set up, into files that a developer can open. */
import type { Log } from "../telemetry/index.ts";
import type { Letter } from "./letter.ts";
import { createOutbox } from "./outbox.ts";
import { createSmtp } from "./smtp.ts";

export type Mail = {
  /** Throws a `MailFault`, which tells whether to try again. */
  send(letter: Letter): Promise<void>;
};

export type MailOptions = {
  readonly smtpUrl?: string;
  readonly from: string;
  readonly outboxDir: string;
  readonly log: Log;
};

export function createMail({ smtpUrl, from, outboxDir, log }: MailOptions): Mail {
  const post = smtpUrl ? createSmtp(smtpUrl) : createOutbox(outboxDir);
  return {
    async send({ to, subject, text, html }) {
      // By field, so that no caller can hand over attachments by path or headers of its own.
      const receipt = await post({ from, to, subject, text, html });
      log.info({ receipt }, "a letter was sent");
    },
  };
}
