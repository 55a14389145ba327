/** The one place that reads the environment. */
export const config = {
  url: process.env.ALTHING_URL || "http://127.0.0.1:3000",
  token: process.env.ALTHING_TOKEN || undefined,
  password: process.env.ALTHING_PASSWORD || undefined,
  /** Told by `bin/althing`, which looks into it too. */
  sessionFile: process.env.ALTHING_SESSION_FILE || undefined,
};
