import type { ServerResponse } from "node:http";
import type { Dialect, Writer } from "./dialect.ts";
import type { HeardRequest } from "./heard.ts";
import type { FinishReason, Reply, ReportedUsage, Step } from "./reply.ts";
import { tokensOf } from "./tokens.ts";

type Stage = { readonly request: HeardRequest; readonly dialect: Dialect; readonly outgoing: ServerResponse };

/** Plays a reply step by step; what was really sent is what the fake counts. */
export async function perform(reply: Reply, { request, dialect, outgoing }: Stage): Promise<void> {
  const [first] = reply;
  if (first?.kind === "refuse") return refuse(first, dialect, outgoing);
  if (first?.kind === "answer")
    return void outgoing.writeHead(200, { "content-type": first.contentType }).end(first.body);

  const writer = dialect.write(request);
  let isOpen = false;
  let usage: ReportedUsage | null | undefined;
  let reason: FinishReason = "stop";

  /** The head goes out with the first byte, so that a stall before it is one. */
  async function send(text: string): Promise<void> {
    if (outgoing.destroyed) return;
    if (!isOpen) outgoing.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
    const isFull = !outgoing.write(isOpen ? text : writer.start() + text);
    isOpen = true;
    if (isFull) await Promise.race([new Promise((resolve) => outgoing.once("drain", resolve)), request.ended]);
  }

  for (const [at, step] of reply.entries()) {
    if (outgoing.destroyed) return;
    if (step.kind === "wait") await Promise.race([comeTrue(step.until), request.ended]);
    else if (step.kind === "usage") usage = step.usage;
    else if (step.kind === "finish") reason = step.reason;
    else if (step.kind === "stall") return void (await request.ended);
    else if (step.kind === "cut") return step.cleanly ? void outgoing.end() : cut(outgoing);
    else {
      if (step.kind === "tool_call") reason = "tool_calls";
      const text = write(writer, step, at);
      count(request, step);
      await send(text);
    }
  }
  await send(writer.end(reason, usage === undefined ? request.counted : usage));
  outgoing.end();
}

const comeTrue = (until: Extract<Step, { kind: "wait" }>["until"]) => (typeof until === "function" ? until() : until);

/** What was said is on the wire before the socket goes. */
async function cut(outgoing: ServerResponse): Promise<void> {
  if (outgoing.headersSent) await new Promise((resolve) => outgoing.write("\n", resolve));
  outgoing.destroy();
}

type Spoken = Extract<
  Step,
  { kind: "text" | "reasoning" | "tool_call" | "usage_so_far" | "fault" | "raw" | "refuse" | "answer" }
>;

function write(writer: Writer, step: Spoken, at: number): string {
  switch (step.kind) {
    case "text":
      return writer.text(step.text);
    case "reasoning":
      return writer.reasoning(step.text);
    case "tool_call":
      return writer.toolCall(step.id ?? `call_${at}`, step.name, step.argumentsText);
    case "usage_so_far":
      return writer.usage(step.usage);
    case "fault":
      return writer.fault(step.type, step.message);
    case "raw":
      return step.text;
    default:
      throw new Error(`“${step.kind}” can only be the first step of a reply.`);
  }
}

function count(request: HeardRequest, step: Spoken): void {
  const { inputTokens, outputTokens, reasoningTokens = 0 } = request.counted;
  const text =
    step.kind === "tool_call"
      ? step.name + step.argumentsText
      : step.kind === "text" || step.kind === "reasoning"
        ? step.text
        : "";
  const tokens = tokensOf(text);
  request.counted = {
    inputTokens,
    outputTokens: outputTokens + tokens,
    reasoningTokens: reasoningTokens + (step.kind === "reasoning" ? tokens : 0),
  };
}

function refuse(
  { status, headers, body }: Extract<Step, { kind: "refuse" }>,
  dialect: Dialect,
  outgoing: ServerResponse,
): void {
  outgoing.writeHead(status, { "content-type": "application/json", ...headers });
  outgoing.end(JSON.stringify(body ?? dialect.complain(status, `The fake answers with ${status}.`)));
}
