// Passwords are hashed with argon2id on a thread of their own; hashes of bcrypt, from imports, are accepted and replaced.
export type Passwords = {
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
  /** Whether a hash should be made anew at the next sign-in. */
  isOutdated(hash: string): boolean;
  /** Takes as long as verifying, for addresses that have no account. */
  waste(): Promise<void>;
};

export function createPasswords(options: { memoryKiB: number; timeCost: number }): Passwords {
  const parameters = { algorithm: "argon2id", memoryCost: options.memoryKiB, timeCost: options.timeCost } as const;
  const current = `m=${options.memoryKiB},t=${options.timeCost},`;
  const decoy = Bun.password.hash("a password nobody has", parameters);
  return {
    hash: (password) => Bun.password.hash(password, parameters),
    verify: (password, hash) => Bun.password.verify(password, hash).catch(() => false),
    isOutdated: (hash) => !hash.startsWith("$argon2id$") || !hash.includes(current),
    async waste() {
      await Bun.password.verify("some other password", await decoy);
    },
  };
}
