// One request to a plain HTTP service. Redirects are not followed: the credential is for this place alone.
import type { Platform } from "../../../kernel/platform.ts";
import { faultOfStatus, ToolFault, Unauthorized } from "../calls/fault.ts";
import { openOutgoing } from "../sources/outgoing.ts";
import type { ShapedRequest } from "./request.ts";

const longestTold = 4_000;

/** Throws `Unauthorized`, a `ToolFault`, and what `signal` was aborted with. */
export async function operate(
  platform: Platform,
  { url, init }: ShapedRequest,
  credentials: Readonly<Record<string, string>>,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<string> {
  const outgoing = openOutgoing(platform, timeoutMs, signal);
  try {
    const headers = { ...init.headers, ...credentials };
    const response = await outgoing.fetch(url, { ...init, headers, redirect: "manual", signal: outgoing.signal });
    return await textOf(response);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ToolFault || error instanceof Unauthorized) throw error;
    throw outgoing.fault() ?? new ToolFault("network", "The connection to the source broke.");
  }
}

async function textOf(response: Response): Promise<string> {
  if (response.status === 401) {
    await response.body?.cancel();
    throw new Unauthorized(response.headers.get("www-authenticate"));
  }
  const isText = /^(?:text\/|application\/(?:json|xml|[\w.-]+\+(?:json|xml)))/.test(
    response.headers.get("content-type") ?? "text/",
  );
  if (!isText) await response.body?.cancel();
  const text = isText
    ? await response.text()
    : `(Something that is not text: ${response.headers.get("content-type")}.)`;
  if (response.ok) return text;
  const { kind, message } = faultOfStatus(response.status);
  const isOurs = response.status >= 400 && response.status < 500 && kind === "upstream";
  throw new ToolFault(isOurs ? "tool_said_so" : kind, message, isText ? text.slice(0, longestTold) : undefined);
}
