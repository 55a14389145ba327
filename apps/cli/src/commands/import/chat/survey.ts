// The first reading of a file: who is in it, what is answered, and which lines cannot be taken.
import { basename, dirname, resolve } from "node:path";
import { CommandFault } from "../../../failure.ts";
import type { ChatRecord } from "./parse-record.ts";
import { readRecords } from "./read-records.ts";

export type Skipped = { file: string; line: number; reason: string };

export type Survey = {
  path: string;
  /** The file's name: part of what its messages' ids are made from. */
  source: string;
  roomName: string;
  nicks: Set<string>;
  /** The `line`s that some message answers. */
  answered: Set<number>;
  records: number;
  firstAt: number;
  skipped: Skipped[];
};

/** A file goes into the room named after its folder, unless told. */
export async function surveyFile(path: string, roomName: string | undefined): Promise<Survey> {
  const folder = basename(dirname(resolve(path)));
  const survey: Survey = {
    path,
    source: basename(path),
    roomName: roomName ?? (folder || "ubuntu-irc"),
    nicks: new Set(),
    answered: new Set(),
    records: 0,
    firstAt: Number.POSITIVE_INFINITY,
    skipped: [],
  };
  try {
    for await (const read of readRecords(path)) {
      if ("record" in read) note(survey, read.record);
      else survey.skipped.push({ file: survey.source, line: read.number, reason: read.fault });
    }
  } catch (error) {
    throw new CommandFault(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return survey;
}

function note(survey: Survey, record: ChatRecord): void {
  survey.records++;
  survey.firstAt = Math.min(survey.firstAt, record.at);
  survey.nicks.add(record.nick);
  if (record.kind === "rename") survey.nicks.add(record.to);
  if (record.kind === "message") for (const line of record.repliesTo) survey.answered.add(line);
}
