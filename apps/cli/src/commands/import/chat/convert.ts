// The second reading of a file: its records as messages of a room, in the order of their lines.
import { messages, type RequestOf } from "@althing/contract";
import { createClock } from "./clock.ts";
import { asMarkdown } from "./markdown.ts";
import { type Handles, withMention } from "./mentions.ts";
import { messageIdOf } from "./message-id.ts";
import type { ChatRecord, Spoken } from "./parse-record.ts";
import { readRecords } from "./read-records.ts";
import type { Counts } from "./report.ts";
import type { Survey } from "./survey.ts";
import { createThreads } from "./threads.ts";

export type ImportedMessage = RequestOf<typeof messages.importMessages>["messages"][number];

export type Conversion = {
  survey: Survey;
  roomId: string;
  accountIds: ReadonlyMap<string, string>;
  handles: Handles;
  /** What is met is counted here. */
  counts: Counts;
};

/** What someone says who sends an empty line: a message needs a body. */
const nothing = "\u00a0";

export async function* convertFile({
  survey,
  roomId,
  accountIds,
  handles,
  counts,
}: Conversion): AsyncGenerator<ImportedMessage> {
  const clock = createClock();
  const threads = createThreads(survey.answered);
  for await (const read of readRecords(survey.path)) {
    if (!("record" in read)) continue;
    const { record, number } = read;
    const at = clock.read(record.at);
    const message: ImportedMessage = {
      id: await messageIdOf({ roomId, source: survey.source, line: number, at }),
      authorId: accountIds.get(record.nick) ?? "",
      at: new Date(at).toISOString(),
      ...(record.kind === "message" ? say(record) : tell(record)),
    };
    if (message.body.length > messages.messageLimits.bodyLength) {
      survey.skipped.push({ file: survey.source, line: number, reason: "longer than a message may be" });
      continue;
    }
    if (record.kind === "message") message.parentId = place(record, message.id);
    yield message;
  }
  counts.clockTurns += clock.turns;

  function say({ text }: Spoken): Pick<ImportedMessage, "kind" | "body"> {
    const { body, isMention } = withMention(text, handles);
    counts.messages++;
    if (isMention) counts.mentions++;
    if (body === "") counts.empty++;
    return { kind: "message", body: body || nothing };
  }

  function place({ line, repliesTo }: Spoken, id: string): string | undefined {
    const root = threads.place({ line, id, repliesTo });
    if (root !== undefined) {
      counts.replies++;
      counts.roots.add(root);
    } else if (repliesTo.length > 0) counts.unplaced++;
    return root;
  }

  function tell(record: Exclude<ChatRecord, Spoken>): Pick<ImportedMessage, "kind" | "body" | "system"> {
    counts.systemMessages++;
    switch (record.kind) {
      case "join":
        return { kind: "system", body: "joined the room", system: { kind: "joined", text: null } };
      case "leave":
        return { kind: "system", body: "left the room", system: { kind: "left", text: null } };
      case "rename":
        return {
          kind: "system",
          body: `is now known as ${asMarkdown(record.to)}`,
          system: { kind: "renamed", text: record.to },
        };
    }
  }
}
