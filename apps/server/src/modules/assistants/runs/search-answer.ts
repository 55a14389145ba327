/** What an assistant without a model answers: quotes, selected sentences, or plainly that it cannot. */
import type { assistants, messages } from "@althing/contract";
import { digest, quoteAnswer } from "../../knowledge/index.ts";
import { bodyText } from "../../messages/index.ts";
import { searchLabel } from "../built-in-label.ts";
import { resolveCitations } from "../context/citations.ts";
import type { Prepared } from "../context/prepare.ts";
import type { RunRow } from "../tables.ts";
import type { Ending } from "./end-run.ts";
import { RunFault } from "./faults.ts";

export function searchAnswer(run: RunRow, prepared: Prepared): Ending {
  const written = write(run, prepared);
  const { text, sources } = resolveCitations(written.text, written.sources);
  return {
    state: "done",
    text: `*${searchLabel}.*\n\n${text}`,
    sources,
    unsourced: false,
    failure: null,
    isSaid: true,
  };
}

type Written = { readonly text: string; readonly sources: readonly assistants.Source[] };

function write(run: RunRow, prepared: Prepared): Written {
  switch (run.purpose) {
    case "answer":
      return quoted(prepared);
    case "summary":
    case "actions":
      return selected(run.purpose, prepared);
    case "draft":
    case "translation":
      throw new RunFault("no_model");
  }
}

/** Sources stand in the order in which the answer quotes them; what it does not quote is not one. */
function quoted({ question, passages, sources }: Prepared): Written {
  const { body, used } = quoteAnswer(question, passages);
  const byMessage = new Map(sources.map((source) => [source.messageId, source]));
  const shown = used.flatMap(({ messageId, quote }, index) => {
    const source = byMessage.get(messageId);
    return source ? [{ ...source, handle: index + 1, quote }] : [];
  });
  return { text: body, sources: shown };
}

function selected(purpose: "summary" | "actions", { conversation, sources }: Prepared): Written {
  const said = conversation.before.flatMap(({ id, author, at, body }) =>
    author ? [{ id: id as messages.MessageId, author, at, text: bodyText(body) }] : [],
  );
  const { sentences, decisions, actions, questions, people } = digest(said);
  const handles = new Map(sources.map(({ messageId, handle }) => [messageId as string, handle]));
  const listed = (title: string, found: readonly { messageId: string; text: string }[]): string[] =>
    found.length === 0
      ? []
      : [
          `**${title}**\n${found.map(({ messageId, text }) => `- ${escaped(text)} ${mark(handles.get(messageId))}`.trimEnd()).join("\n")}`,
        ];
  const names = people.map(({ name }) => name).join(", ");
  const head =
    said.length === 0 ? "Nothing was said." : `${said.length} messages by ${names}. Selected, word for word:`;
  const main = purpose === "summary" ? listed("In short", sentences) : [];
  const open = purpose === "summary" ? listed("Open questions", questions) : [];
  const parts = [...main, ...listed("Decisions", decisions), ...listed("To do", actions), ...open];
  const none = said.length > 0 && parts.length === 0 ? ["Nothing stands out."] : [];
  return { text: [head, ...parts, ...none].join("\n\n"), sources };
}

/** Word for word: nothing in it is markup, calls anyone or cites. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>|$@~]/g, "\\$&").replaceAll(/\s+/g, " ");

const mark = (handle: number | undefined): string => (handle === undefined ? "" : `[${handle}]`);
