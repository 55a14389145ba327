// A source, however it is reached: with the credential that the workspace gave, or as the person in whose name it is asked.
import type { AccountId } from "@althing/contract";
import type { Platform } from "../../../kernel/platform.ts";
import { SignInNeeded, ToolFault, Unauthorized } from "../calls/fault.ts";
import { listOperations } from "../http/list-operations.ts";
import { operate } from "../http/operate.ts";
import { shapeRequest } from "../http/request.ts";
import type { Connected } from "../mcp/connect.ts";
import { listTools, type Use, useTool } from "../mcp/speak.ts";
import { type SignInAnswer, signIns } from "../sign-ins.ts";
import type { SourceRow } from "../tables.ts";
import type { Findings } from "./findings.ts";
import { guarded } from "./guard.ts";
import { callTimeoutMs, inspectTimeoutMs } from "./limits.ts";
import { operatorServersOf } from "./operators.ts";
import { sourceSecret } from "./secret.ts";

export type Asked = { readonly accountId: AccountId; readonly signal: AbortSignal };

export function inspect(platform: Platform, source: SourceRow, asked: Asked): Promise<Findings> {
  const { connection } = source;
  if ("operations" in connection) return Promise.resolve(listOperations(connection.operations));
  return speak(platform, source, asked, inspectTimeoutMs, listTools);
}

export function use(platform: Platform, source: SourceRow, what: Use, asked: Asked): Promise<string> {
  const { connection } = source;
  if (!("operations" in connection)) {
    return speak(platform, source, asked, callTimeoutMs, (connected, time) => useTool(connected, what, time));
  }
  const operation = connection.operations.find(({ name }) => name === what.localName);
  if (!operation) throw new ToolFault("no_such_tool", "The source does not have this tool any more.");
  const request = shapeRequest(connection.baseUrl, operation, what.arguments);
  return authorized(platform, source, asked, (headers, token) => {
    const credentials = { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
    return operate(platform, request, credentials, { timeoutMs: callTimeoutMs, signal: asked.signal });
  });
}

type Time = { readonly timeoutMs: number; readonly signal: AbortSignal };

function speak<T>(
  platform: Platform,
  source: SourceRow,
  asked: Asked,
  timeoutMs: number,
  work: (connected: Connected, time: Time) => Promise<T>,
): Promise<T> {
  const time = { timeoutMs, signal: asked.signal };
  const say = (connected: Connected, signal: AbortSignal) => work(connected, { timeoutMs, signal });
  const { connection } = source;
  if (connection.kind === "operator")
    return guarded(source.id, () => operatorServersOf(platform).use(connection.name, time, say));
  if (connection.kind !== "mcp") throw new Error(`A source of the kind ${connection.kind} does not speak the protocol`);
  return authorized(platform, source, asked, async (headers, token) => {
    // The protocol's own client is loaded with the first exchange: every start would pay for it.
    const { overHttp } = await import("../mcp/over-http.ts");
    return overHttp(platform, { url: connection.url, headers, token }, time, say);
  });
}

/** With what proves who asks. Where it is refused, once more with a fresh one: what is refused was not carried out. */
async function authorized<T>(
  platform: Platform,
  source: SourceRow,
  { accountId }: Asked,
  work: (headers: Readonly<Record<string, string>>, token: string | undefined) => Promise<T>,
): Promise<T> {
  const headers = headersOf(platform, source);
  const question = { accountId, source };
  const token = source.auth === "oauth" ? tokenOf(await signIns.current.bearerFor(platform, question)) : undefined;
  const attempt = (bearer: string | undefined) => guarded(source.id, () => work(headers, bearer));
  try {
    return await attempt(token);
  } catch (error) {
    if (!(error instanceof Unauthorized)) throw error;
    if (source.auth !== "oauth") throw new ToolFault("sign_in_refused", "The source does not accept the credential.");
    const { challenge } = error;
    const fresh = tokenOf(await signIns.current.refused(platform, { ...question, token, challenge }));
    return await attempt(fresh).catch((again: unknown) => {
      if (!(again instanceof Unauthorized)) throw again;
      throw new ToolFault("sign_in_refused", "The source accepts no sign-in of yours.");
    });
  }
}

function tokenOf(answer: SignInAnswer): string {
  if (answer.kind === "token") return answer.token;
  throw new SignInNeeded({ host: answer.host, url: answer.url });
}

function headersOf({ secrets }: Platform, { id, header_name, secret }: SourceRow): Record<string, string> {
  return header_name && secret ? { [header_name]: sourceSecret.open(secrets, id, secret) } : {};
}
