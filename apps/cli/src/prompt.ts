import { text } from "node:stream/consumers";
import { CommandFault, exitCodes } from "./failure.ts";

export const readStandardInput = async (): Promise<string> => (await text(process.stdin)).replace(/\r?\n$/, "");

/** Asks on the terminal without showing what is typed. */
export async function askSecret(question: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY)
    throw new CommandFault("There is no terminal to ask on. Give the password in ALTHING_PASSWORD.", exitCodes.usage);
  stderr.write(question);
  stdin.setRawMode(true);
  try {
    return await readHidden();
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write("\n");
  }
}

async function readHidden(): Promise<string> {
  let typed = "";
  for await (const chunk of process.stdin.iterator({ destroyOnReturn: false })) {
    for (const character of String(chunk)) {
      if (character === "\r" || character === "\n") return typed;
      if (character === "\u0003") throw new CommandFault("Nothing was done.");
      typed = character === "\u007f" ? typed.slice(0, -1) : typed + character;
    }
  }
  return typed;
}
