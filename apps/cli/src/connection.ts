// Which server a command talks to, and as whom: --token, ALTHING_TOKEN, or the session that `althing login` saved.
import { type Client, createClient } from "@althing/sdk";
import { config } from "./config.ts";
import { CommandFault, exitCodes } from "./failure.ts";
import { openSessionFile } from "./session-file.ts";

export const connectionArgs = {
  url: {
    type: "string",
    valueHint: "URL",
    description: "The server; ALTHING_URL or http://127.0.0.1:3000 unless told",
  },
  token: {
    type: "string",
    valueHint: "TOKEN",
    description: "An access token or API key; ALTHING_TOKEN, or the saved session",
  },
} as const;

export const jsonArg = { json: { type: "boolean", description: "Write JSON for machines" } } as const;

export type ConnectionArgs = { url?: string | undefined; token?: string | undefined };

/** A client of the server, signed in or not. */
export function openClient({ url = config.url, token = config.token }: ConnectionArgs): Client {
  const baseUrl = readUrl(url);
  const session = config.sessionFile ? openSessionFile(config.sessionFile, baseUrl) : undefined;
  return createClient({ baseUrl, session, accessToken: token || undefined });
}

/** A client of someone who is signed in. */
export async function connect(args: ConnectionArgs): Promise<Client> {
  const client = openClient(args);
  if ((args.token || config.token) === undefined && (await client.session.token()) === undefined)
    throw new CommandFault(
      `Nobody is signed in to ${client.baseUrl}. Run \`althing login\` first.`,
      exitCodes.noPermission,
    );
  return client;
}

function readUrl(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol !== "http:" && url?.protocol !== "https:")
    throw new CommandFault(
      `\`${text}\` is not the address of a server, such as http://127.0.0.1:3000.`,
      exitCodes.usage,
    );
  return url.origin;
}
