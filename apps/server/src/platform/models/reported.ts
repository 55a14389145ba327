/** What a provider tells of its use within a stream, in the words of each: some do early, and then fail. */
import type { TokenUsage } from "./model.ts";

type Told = Readonly<Record<string, unknown>>;

const isTold = (value: unknown): value is Told => typeof value === "object" && value !== null;
const within = (told: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>((at, name) => (isTold(at) ? at[name] : undefined), told);

/** The first of these numbers that is told. */
const numberAt = (told: Told, ...paths: readonly string[]): number | undefined =>
  paths.map((path) => within(told, ...path.split("."))).find((value) => typeof value === "number");

/** Undefined where this event of the stream tells nothing of it. */
function reportedIn(event: unknown): TokenUsage | undefined {
  const places = [["usage"], ["message", "usage"], ["response", "usage"], ["usageMetadata"]];
  const told = places.map((path) => within(event, ...path)).find(isTold);
  if (!told) return undefined;
  const input = numberAt(told, "prompt_tokens", "input_tokens", "promptTokenCount");
  if (input === undefined) return undefined;
  // Anthropic counts beside its input what it had cached; all others count it within.
  const cacheWrite = numberAt(told, "cache_creation_input_tokens") ?? 0;
  const beside = (numberAt(told, "cache_read_input_tokens") ?? 0) + cacheWrite;
  const thoughts = numberAt(told, "thoughtsTokenCount") ?? 0;
  const output = numberAt(told, "completion_tokens", "output_tokens") ?? 0;
  const reasoning = ["completion_tokens_details.reasoning_tokens", "output_tokens_details.reasoning_tokens"];
  const cached = ["prompt_tokens_details.cached_tokens", "input_tokens_details.cached_tokens"];
  return {
    inputTokens: input + beside,
    cachedInputTokens: numberAt(told, "cache_read_input_tokens", ...cached, "cachedContentTokenCount") ?? 0,
    cacheWriteTokens: cacheWrite,
    outputTokens: output + (numberAt(told, "candidatesTokenCount") ?? 0) + thoughts,
    reasoningTokens: numberAt(told, ...reasoning, "thoughtsTokenCount") ?? 0,
    quality: "reported",
  };
}

const tells = /"usage(?:Metadata)?"\s*:\s*\{/;

/** Listens to a stream of events as it passes; a line may come in any number of pieces. */
export function listenForUsage(onUsage: (usage: TokenUsage) => void): (bytes: Uint8Array) => void {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  return (bytes) => {
    const text = decoder.decode(bytes, { stream: true });
    const end = text.lastIndexOf("\n");
    pieces.push(end === -1 ? text : text.slice(0, end));
    if (end === -1) return;
    for (const line of pieces.join("").split("\n")) {
      const usage = tells.test(line) ? reportedIn(dataOf(line)) : undefined;
      if (usage) onUsage(usage);
    }
    pieces = [text.slice(end + 1)];
  };
}

/** What is no event says nothing. */
function dataOf(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^data:/, ""));
  } catch {
    return undefined;
  }
}
