// The door of knowledge: what assistants look things up in, word for word, without a model or a network.
import { knowledge } from "@althing/contract";
import { read } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { onBackfill, prepareBackfill } from "./jobs/backfill.ts";
import { onDeleteRoomPassages } from "./jobs/delete-room-passages.ts";
import { indexMessages } from "./listeners/index-messages.ts";
import { createPassages } from "./migrations/001_passages.ts";
import { listPassages } from "./queries/list-passages.ts";

export { listCommonRooms } from "../rooms/index.ts";
export { type Digest, digest } from "./answers/digest.ts";
export { type QuotedAnswer, quoteAnswer } from "./answers/quote-answer.ts";
export { findPassages, type Passage } from "./queries/find-passages.ts";

export const knowledgeModule = defineModule({
  name: "knowledge",
  migrations: [createPassages],
  routes: [read(knowledge.findPassages, listPassages)],
  listeners: [indexMessages],
  jobs: [onBackfill, onDeleteRoomPassages],
  prepare: prepareBackfill,
});
