/** The bytes of what was planned, read outside of any transaction, after it was asked once more who may read it. */
import { Failure } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { ModelMessage, ModelUserPart } from "../../../platform/models/index.ts";
import { fileUses, readFileBytes, readFileStart } from "../../files/index.ts";
import type { RunRow } from "../tables.ts";
import { labelOf, noDocuments, noPictures, note, type PlannedFile, type PlannedMessage } from "./files.ts";
import { dataOf } from "./transcript.ts";

const largestBytes = 16 * 1024 * 1024;
const charactersAToken = 6;

export async function showFiles(
  platform: Platform,
  { asked_by }: Pick<RunRow, "asked_by">,
  messages: readonly PlannedMessage[],
  signal: AbortSignal,
): Promise<ModelMessage[]> {
  const planned = messages.flatMap((message) =>
    message.role === "user" ? message.parts.flatMap((part) => (part.kind === "planned" ? [part.file.id] : [])) : [],
  );
  const readable =
    planned.length === 0
      ? new Set<string>()
      : await platform.read((tx) => fileUses.readableAmong(tx, asked_by, [...new Set(planned)]));
  const shown: ModelMessage[] = [];
  for (const message of messages) {
    if (message.role !== "user") {
      shown.push(message);
      continue;
    }
    const parts: ModelUserPart[] = [];
    for (const part of message.parts) {
      if (part.kind === "text") parts.push(part);
      else parts.push(readable.has(part.file.id) ? await show(platform, part, signal) : gone(part));
    }
    shown.push({ role: "user", parts });
  }
  return shown;
}

const gone = ({ file }: PlannedFile): ModelUserPart => note(file, "it is not there any more");

async function show(platform: Platform, planned: PlannedFile, signal: AbortSignal): Promise<ModelUserPart> {
  const { as, file, variant, tokens } = planned;
  try {
    if (as === "words") return await words(platform, planned);
    const bytes = await readFileBytes(platform, file.id, variant, largestBytes, signal);
    const shown = { bytes, name: file.name, tokens };
    return as === "image"
      ? {
          kind: "image",
          mediaType: variant === "preview" ? "image/webp" : file.mediaType,
          instead: `(${noPictures})`,
          ...shown,
        }
      : { kind: "file", mediaType: file.mediaType, instead: `(${noDocuments})`, ...shown };
  } catch (error) {
    if (error instanceof Failure) return gone(planned);
    throw error;
  }
}

/** One line of JSON between marks, as all that others wrote: no text can end the material that it is part of. */
async function words(platform: Platform, { file, tokens }: PlannedFile): Promise<ModelUserPart> {
  const bytes = await readFileStart(platform, file.id, tokens * charactersAToken);
  let text = new TextDecoder().decode(bytes, { stream: true });
  const { countTokens } = platform.models;
  for (let count = countTokens(text); count > tokens; count = countTokens(text)) {
    text = text.slice(0, Math.floor((text.length * tokens * 0.98) / count)).toWellFormed();
  }
  const isCut = Buffer.byteLength(text) < file.sizeBytes;
  const line = JSON.stringify({ file: file.name, ...(isCut && { cut: "only the beginning is shown" }), text });
  return { kind: "text", text: dataOf(labelOf(file), [line.replaceAll("<", "\\u003c")]) };
}
