import type { FinishReason, ReportedUsage } from "./reply.ts";

export type Asked = { readonly modelId: string; readonly body: Record<string, unknown> };

/** Writes one answer as server-sent events in the words of one provider. */
export type Writer = {
  start(): string;
  text(delta: string): string;
  reasoning(delta: string): string;
  toolCall(id: string, name: string, argumentsText: string): string;
  usage(usage: ReportedUsage): string;
  fault(type: string, message: string): string;
  end(reason: FinishReason, usage: ReportedUsage | null): string;
};

export type Dialect = {
  readonly name: "openai-chat" | "openai-responses" | "anthropic" | "google";
  /** The model that is asked, where a request is one of this dialect's. */
  modelOf(path: string, body: Record<string, unknown>): string | undefined;
  keyOf(headers: Headers): string | null;
  write(asked: Asked): Writer;
  /** The body of a refusal. */
  complain(status: number, message: string): unknown;
};

export const event = (data: unknown, name?: string): string =>
  `${name ? `event: ${name}\n` : ""}data: ${JSON.stringify(data)}\n\n`;

/** Arguments come in pieces that respect nothing, as they do in life. */
export function inPieces(text: string): string[] {
  const pieces: string[] = [];
  const length = Math.max(7, Math.ceil(text.length / 200));
  for (let at = 0; at < text.length; at += length) pieces.push(text.slice(at, at + length));
  return pieces;
}

export const bearer = (headers: Headers): string | null =>
  /^Bearer (.+)$/.exec(headers.get("authorization") ?? "")?.[1] ?? null;
