import { JobFailed } from "../../../platform/jobs/index.ts";
import type { Letter, Mail } from "../../../platform/mail/index.ts";
import { MailFault } from "../../../platform/mail/index.ts";

/** Sends a letter in a job: what the mail server will never take is not tried again. */
export async function post(mail: Mail, letter: Letter): Promise<void> {
  try {
    await mail.send(letter);
  } catch (error) {
    const permanent = error instanceof MailFault && !error.isTemporary;
    throw permanent ? new JobFailed("The letter was refused", { permanent, cause: error }) : error;
  }
}
