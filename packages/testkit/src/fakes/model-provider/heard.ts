import type { Dialect } from "./dialect.ts";
import type { ReportedUsage } from "./reply.ts";
import { readTools, type Schema } from "./tools.ts";

/** A request that the fake heard, with what it makes of it. */
export type HeardRequest = {
  readonly dialect: Dialect["name"];
  readonly path: string;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly modelId: string;
  readonly key: string | null;
  /** All that was said, by whomever. */
  readonly prompt: string;
  /** What was said last. */
  readonly lastText: string;
  /** What tools it may call, by name, with the JSON Schema of their arguments. */
  readonly tools: ReadonlyMap<string, Schema>;
  /** Whether what came last is what a tool gave. */
  readonly answersTool: boolean;
  /** Tokens by the fake's own count, up to where the answer went. */
  counted: ReportedUsage;
  /** Resolves when the answer has ended, however it did; true where the caller went away before. */
  readonly ended: Promise<boolean>;
};

type Turn = { role?: unknown; type?: unknown; content?: unknown; parts?: unknown; output?: unknown };

/** The turns of a request, whatever its dialect calls them. */
const turnsOf = (body: Record<string, unknown>): Turn[] =>
  [body.messages, body.input, body.contents].flatMap((list) => (Array.isArray(list) ? (list as Turn[]) : []));

/** All texts within, in order; what is no text for people (pictures, ids) is left out. */
function textsIn(value: unknown, key = "text"): string[] {
  if (typeof value === "string") return spoken.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => textsIn(item, name));
}

const spoken = new Set(["text", "content", "system", "instructions", "output", "result", "arguments", "thinking"]);

export function readPrompt(
  body: Record<string, unknown>,
): Pick<HeardRequest, "prompt" | "lastText" | "tools" | "answersTool"> {
  const turns = turnsOf(body);
  const { system, instructions, systemInstruction } = body;
  const before = textsIn({ system, instructions, systemInstruction });
  const last = turns.at(-1) ?? {};
  return {
    prompt: [...before, ...turns.flatMap((turn) => textsIn(turn))].join("\n"),
    lastText: textsIn(last).join("\n"),
    tools: readTools(body.tools),
    answersTool: /"role":"tool"|function_call_output|tool_result|functionResponse/.test(JSON.stringify(last)),
  };
}
