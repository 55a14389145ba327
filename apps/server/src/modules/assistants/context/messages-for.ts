// What a model is asked: who it is, what was said, what was found, and the question, within what it can read. Pure.
import type { AccountId, assistants } from "@althing/contract";
import type { Said } from "../../messages/index.ts";
import type { RunRow } from "../tables.ts";
import { FilePlan, type PlannedMessage, type PlannedPart, type Senses, tokensOf } from "./files.ts";
import { isLookingBack, type Prepared } from "./prepare.ts";
import { systemPrompt, wish } from "./system-prompt.ts";
import { chatTranscript, dataOf, roomTranscript, user } from "./transcript.ts";

export type Capacity = {
  readonly inputTokens: number;
  readonly countTokens: (text: string) => number;
  readonly senses: Senses;
};

/** So much of what a model can read may be files. */
const shareOfFiles = 0.5;

export function messagesFor(
  run: RunRow,
  { settings, conversation, question, sources, facts, tools, place }: Prepared,
  { inputTokens, countTokens, senses }: Capacity,
): PlannedMessage[] {
  const system = systemPrompt({
    ...place,
    asker: facts.asker,
    now: run.created_at,
    citesSources: settings.citesSources,
    hasSources: sources.length > 0,
    hasTools: tools.length > 0,
    instructions: settings.instructions,
  });
  const shown = isLookingBack(run) ? [] : sources.map(sourceLine);
  const fixed = [system, ...shown, question, JSON.stringify(tools)];
  const files = run.purpose === "answer" ? new FilePlan(senses, inputTokens * shareOfFiles) : undefined;
  const asked: PlannedPart[] = (conversation.prompt && files?.of(conversation.prompt)) ?? [];
  const taken = fixed.reduce((sum, text) => sum + countTokens(text), 0) + tokensOf(asked, countTokens);
  const budget = Math.max(200, inputTokens - taken);
  const numberedCount = isLookingBack(run) ? sources.length : undefined;
  const transcript =
    conversation.isChat && files
      ? chatTranscript(conversation.before, run.assistant_id as AccountId, budget, countTokens, files)
      : roomTranscript(conversation.before, budget, countTokens, { files, numberedCount });
  return [
    { role: "system", text: system },
    ...transcript.messages,
    ...(shown.length > 0 ? [user(dataOf("Found in the workspace", shown))] : []),
    user(asking(run, conversation.prompt, question), asked),
  ];
}

function asking(run: RunRow, prompt: Said | undefined, question: string): string {
  if (run.purpose === "answer") return question;
  const about = run.purpose === "translation" && prompt ? `\n\n${dataOf("The message", [prompt.body])}` : "";
  const more = run.request.question === undefined ? "" : `\n\n${run.request.question}`;
  return `${wish(run.purpose, run.request.language)}${more}${about}`;
}

const sourceLine = ({ handle, title, at, quote }: assistants.Source): string =>
  JSON.stringify({ source: handle, from: title, at: at?.slice(0, 16), text: quote }).replaceAll("<", "\\u003c");
