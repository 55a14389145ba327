/** Sends letters over SMTP or, where none is set up, into files that a developer can open. */
import type { Log } from "../telemetry/index.ts";
import type { Letter, Post } from "./letter.ts";

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
  let opened: Promise<Post> | undefined;
  return {
    async send({ to, subject, text, html }) {
      opened ??= openPost(smtpUrl, outboxDir);
      const post = await opened;
      // By field, so that no caller can hand over attachments by path or headers of its own.
      const receipt = await post({ from, to, subject, text, html });
      log.info({ receipt }, "a letter was sent");
    },
  };
}

/** With the first letter: what a server loads at its start, it makes people wait for. */
async function openPost(smtpUrl: string | undefined, outboxDir: string): Promise<Post> {
  if (smtpUrl) return (await import("./smtp.ts")).createSmtp(smtpUrl);
  return (await import("./outbox.ts")).createOutbox(outboxDir);
}
