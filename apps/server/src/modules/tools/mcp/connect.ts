/**
 * A client for one exchange with a server of the Model Context Protocol, in whichever era it speaks: it asks for the revision
 * of 2026-07-28 first. Nothing is offered to servers but tools: no files, no model. What they want to ask the person is
 * declined, and a page that they want visited becomes a sign-in that the person is shown.
 */
import { Client, type ClientOptions, type Transport } from "@modelcontextprotocol/client";
import { CfWorkerJsonSchemaValidator } from "@modelcontextprotocol/client/validators/cf-worker";
import { SignInNeeded } from "../calls/fault.ts";

/** What a server wanted of the person during an exchange. */
export type Wishes = { declined: boolean; visit: SignInNeeded | undefined };
export type Connected = { readonly client: Client; readonly wishes: Wishes };

const information = { name: "althing", title: "Althing", version: "1" };
const mostPages = 20;

const options: ClientOptions = {
  capabilities: { elicitation: { form: {}, url: {} } },
  versionNegotiation: { mode: "auto" },
  // Interprets schemas: no code is made of what comes from outside.
  jsonSchemaValidator: new CfWorkerJsonSchemaValidator(),
  inputRequired: { maxRounds: 3 },
  listMaxPages: mostPages,
};

export async function connect(
  transport: Transport,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<Connected> {
  const client = new Client(information, options);
  const wishes: Wishes = { declined: false, visit: undefined };
  client.setRequestHandler("elicitation/create", async ({ params }) => {
    if (params.mode === "url") {
      wishes.visit = visitTo(params.url);
      return { action: "cancel" };
    }
    wishes.declined = true;
    return { action: "decline" };
  });
  try {
    await client.connect(transport, { timeout: timeoutMs, signal });
  } catch (error) {
    await client.close().catch(() => undefined);
    throw error;
  }
  return { client, wishes };
}

/** Only pages that a browser shows under a name that can be believed. */
export function visitTo(address: string): SignInNeeded | undefined {
  const url = URL.parse(address);
  if (!url) return undefined;
  if (url.username !== "" || url.password !== "") return undefined;
  const isSafe =
    url.protocol === "https:" || (url.protocol === "http:" && /^(localhost|127\.0\.0\.1)$/.test(url.hostname));
  return isSafe ? new SignInNeeded({ host: url.host, url: url.href }) : undefined;
}
