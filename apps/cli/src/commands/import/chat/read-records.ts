// A file line by line, however large: one line is in memory at a time.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { type ChatRecord, parseRecord } from "./parse-record.ts";

/** `number` counts the file's lines from 1. */
export type Read = { number: number } & ({ record: ChatRecord } | { fault: string });

export async function* readRecords(path: string): AsyncGenerator<Read> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity })) {
    number++;
    if (text.trim() === "") continue;
    const record = parseRecord(text);
    yield typeof record === "string" ? { number, fault: record } : { number, record };
  }
}
