export { createMail, type Letter, type Mail, type MailOptions } from "./mail.ts";
export { MailFault } from "./mail-fault.ts";
