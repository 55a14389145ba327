/** How long a call, and a look at what a source has, may take; and how much an answer may weigh before it is refused. */
export const callTimeoutMs = 60_000;
export const inspectTimeoutMs = 20_000;
export const answerBytes = 4 * 1024 * 1024;
