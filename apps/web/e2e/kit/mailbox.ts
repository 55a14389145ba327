// What a server without a mail server sends: letters in its data directory.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";

/** Waits for a letter to someone with this in its subject; gives the address within the app that it leads to. */
export async function expectMailedLink(dataDir: string, to: string, subject: RegExp): Promise<string> {
  let link: string | undefined;
  const look = async () => {
    const folder = join(dataDir, "mail");
    for (const name of await readdir(folder).catch(() => [])) {
      const letter = decode(await readFile(join(folder, name), "utf8"));
      if (letter.includes(`To: ${to}`) && subject.test(/^Subject: (.*)$/m.exec(letter)?.[1] ?? ""))
        link = /https?:\/\/[^/\s]+(\/\S+)/.exec(letter)?.[1];
    }
    return link;
  };
  await expect.poll(look, { message: `a letter to ${to} about ${subject}` }).toBeDefined();
  return link ?? "";
}

/** Undoes quoted-printable as far as links need it. */
const decode = (letter: string): string => letter.replace(/=\r?\n/g, "").replaceAll("=3D", "=");
