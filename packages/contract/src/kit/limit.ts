/** How often an operation may be asked: `points` in `windowSeconds`, counted by account or, where nobody is signed in, by address. */
export type LimitDef = {
  readonly name: string;
  readonly points: number;
  readonly windowSeconds: number;
  readonly by: "account" | "address";
};

const perMinute = (name: string, points: number, by: LimitDef["by"] = "account"): LimitDef => ({
  name,
  points,
  windowSeconds: 60,
  by,
});

/** The one table of limits; every route names its row. */
export const limits = {
  read: perMinute("read", 3_000),
  search: perMinute("search", 300),
  write: perMinute("write", 600),
  post: perMinute("post", 600),
  signal: perMinute("signal", 1_200),
  create: perMinute("create", 120),
  picture: perMinute("picture", 30),
  upload: perMinute("upload", 20),
  uploadPart: perMinute("upload-part", 600),
  invite: perMinute("invite", 60),
  ticket: perMinute("ticket", 60),
  public: perMinute("public", 600, "address"),
  signIn: perMinute("sign-in", 20, "address"),
  register: perMinute("register", 20, "address"),
  refresh: perMinute("refresh", 60, "address"),
  wrongPassword: { name: "wrong-password", points: 10, windowSeconds: 900, by: "account" },
  wrongPasswordFrom: { name: "wrong-password-from", points: 100, windowSeconds: 900, by: "address" },
  mail: { name: "mail", points: 10, windowSeconds: 3_600, by: "address" },
} as const satisfies Record<string, LimitDef>;
