/** What the fake answers by itself, so that Althing can be shown and looked at without a key: plainly a demonstration. */
import type { HeardRequest } from "./heard.ts";
import { callTool, type Reply, type Step, say, think, waitFor } from "./reply.ts";
import { inventArguments } from "./tools.ts";

/** Between two words, so that one sees it being written. */
const pauseMs = 20;

export function demonstrate(request: HeardRequest): Reply {
  const { lastText, answersTool } = request;
  if (answersTool) return spell(`The tool answered:\n\n> ${shorten(lastText, 160)}\n\nThat is all I needed to know.`);
  return useTool(request) ?? [...think("The question is ", "read."), ...spell(write(request))];
}

/** “Please use weather for Oslo” calls the tool `weather`, wherever it comes from. */
function useTool({ lastText, tools }: HeardRequest): Reply | undefined {
  const [, wanted = "", rest = ""] =
    /\buse (?:the )?([\w.-]+)\s*(?:tool)?\s*(?:for|with|on|to)?\s*(.*)/i.exec(lastText) ?? [];
  if (wanted === "") return undefined;
  const found =
    [...tools].find(([name]) => name.toLowerCase() === wanted.toLowerCase()) ??
    [...tools].find(([name]) => name.toLowerCase().endsWith(wanted.toLowerCase()));
  if (!found) return undefined;
  const [name, schema] = found;
  return [
    ...spell("I look that up."),
    callTool(name, inventArguments(schema, rest.trim() || "Oslo"), `call_${crypto.randomUUID()}`),
  ];
}

function write({ lastText, prompt }: HeardRequest): string {
  const handles = [...new Set(prompt.match(/\[\d+\]/g) ?? [])].slice(0, 2);
  const [first = "", second = first] = handles.map((handle) => ` ${handle}`);
  return [
    `You asked: **${shorten(lastText, 80)}**`,
    "",
    `- The short answer is yes${first}.`,
    `- The long one depends on \`what you need\`${second}.`,
    "",
    "This is a demonstration: no model has thought about it.",
  ].join("\n");
}

/** Word by word, each after a pause. */
function spell(text: string): Step[] {
  const words = text.match(/\S+\s*/g) ?? [];
  return words.flatMap((word) => [waitFor(() => Bun.sleep(pauseMs)), ...say(word)]);
}

function shorten(text: string, length: number): string {
  const line = text.trim().split(/\n+/).at(-1) ?? "";
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
