import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Post } from "./letter.ts";

/** Writes `<time>-<n>.eml`; whoever watches the folder sees only whole letters. */
export function createOutbox(dir: string): Post {
  const composer = createTransport({ streamTransport: true, buffer: true });
  let count = 0;
  return async (envelope) => {
    const { message } = await composer.sendMail(envelope);
    count += 1;
    const name = `${new Date().toISOString().replaceAll(":", "-")}-${count}.eml`;
    await mkdir(dir, { recursive: true });
    // Letters hold links that open accounts.
    await writeFile(join(dir, `.${name}`), message, { mode: 0o600, flag: "wx" });
    await rename(join(dir, `.${name}`), join(dir, name));
    return name;
  };
}
