export const notEmpty = "must not be empty";

/** A message says something, unless it brings files. */
export const saysSomething = ({ body, attachmentIds }: { body: string; attachmentIds: readonly string[] }): boolean =>
  body.trim() !== "" || attachmentIds.length > 0;
export const emptyBody = { path: ["body"], message: notEmpty };
