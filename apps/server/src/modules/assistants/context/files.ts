/**
 * What of the files that messages hold a model is shown: decided by what is known of them, before any bytes are read, so that
 * it fits. Who comes first has the first choice: the message that asks, then the newest.
 */
import type { files } from "@althing/contract";
import type { ModelMessage, ModelUserPart } from "../../../platform/models/index.ts";
import type { Said } from "../../messages/index.ts";
import type { ResolvedModel } from "../../models/index.ts";

/** A file whose bytes are still to be read. */
export type PlannedFile = {
  readonly kind: "planned";
  readonly as: "image" | "document" | "words";
  readonly file: files.Attachment;
  readonly variant: files.FileVariant;
  readonly tokens: number;
};
export type PlannedPart = Extract<ModelUserPart, { kind: "text" }> | PlannedFile;
export type PlannedMessage =
  | Exclude<ModelMessage, { role: "user" }>
  | { readonly role: "user"; readonly parts: readonly PlannedPart[] };

/** Of one run, whatever its model would take: all of it lies in memory while it is asked. */
const most = { images: 10, documents: 3, bytes: 12 * 1024 * 1024 };
const largest = { imageBytes: 3_500_000, imagePixels: 8_000, documentBytes: 8 * 1024 * 1024 };
const fewestTokens = 50;

/** Whether any of the models takes them; those that do not are told so instead. */
export type Senses = { readonly images: boolean; readonly documents: boolean };

export const sensesOf = (models: readonly ResolvedModel[]): Senses => ({
  images: models.some(({ takesImages }) => takesImages),
  documents: models.some(({ takesImages, endpoint }) => takesImages && endpoint.kind !== "compatible"),
});

export class FilePlan {
  readonly #senses: Senses;
  readonly #left: { images: number; documents: number; bytes: number; tokens: number };

  constructor(senses: Senses, tokens: number) {
    this.#senses = senses;
    this.#left = { ...most, tokens };
  }

  of({ attachments }: Pick<Said, "attachments">): PlannedPart[] {
    return attachments.flatMap((file) => this.#partsOf(file));
  }

  #partsOf(file: files.Attachment): PlannedPart[] {
    switch (file.kind) {
      case "image":
        if (!this.#senses.images) return [note(file, noPictures)];
        return this.#picture(file) ?? [note(file, noRoom)];
      case "pdf":
        if (!this.#senses.documents) return [note(file, noDocuments)];
        return this.#take("documents", documentOf(file)) ?? [note(file, noRoom)];
      case "text":
        return this.#words(file) ?? [note(file, noRoom)];
      case "audio":
        return file.transcript === null ? [note(file, "nobody can hear it here")] : [];
      default:
        return [note(file, "what is in it cannot be shown")];
    }
  }

  /** As it is, where every provider takes it so and there is room; else the smaller one. */
  #picture(file: files.Attachment): PlannedPart[] | undefined {
    const original = isPlain(file) ? pictureAs(file, "original") : undefined;
    const preview = file.hasPreview ? pictureAs(file, "preview") : undefined;
    return this.#take("images", original) ?? this.#take("images", preview);
  }

  #take(what: "images" | "documents", planned: PlannedFile | undefined): PlannedPart[] | undefined {
    const left = this.#left;
    if (!planned || left[what] === 0 || planned.tokens > left.tokens) return undefined;
    const { file, variant } = planned;
    const bytes = variant === "preview" ? Math.min(file.sizeBytes, largest.imageBytes) : file.sizeBytes;
    if (bytes > left.bytes) return undefined;
    left[what] -= 1;
    left.bytes -= bytes;
    left.tokens -= planned.tokens;
    return [{ kind: "text", text: labelOf(file) }, planned];
  }

  /** As much of a text as there is room for; the rest is cut. */
  #words(file: files.Attachment): PlannedPart[] | undefined {
    const tokens = Math.min(Math.ceil(file.sizeBytes / 3) + fewestTokens, this.#left.tokens);
    if (tokens < fewestTokens) return undefined;
    this.#left.tokens -= tokens;
    return [{ kind: "planned", as: "words", file, variant: "original", tokens }];
  }
}

const isPlain = ({ width, height, sizeBytes, mediaType }: files.Attachment): boolean =>
  /^image\/(?:jpeg|png|webp)$/.test(mediaType) &&
  sizeBytes <= largest.imageBytes &&
  width !== null &&
  height !== null &&
  Math.max(width, height) <= largest.imagePixels;

const pictureAs = (file: files.Attachment, variant: files.FileVariant): PlannedFile => ({
  kind: "planned",
  as: "image",
  file,
  variant,
  tokens: pictureTokens(file, variant),
});

const sharpest = { original: 1_568, preview: 800 };
const pixelsAToken = 750;

/** Providers draw what is large smaller before they look at it; they count alike, within a third. */
function pictureTokens({ width, height }: files.Attachment, variant: files.FileVariant): number {
  const [wide, high] = [width ?? sharpest[variant], height ?? sharpest[variant]];
  const scale = Math.min(1, sharpest[variant] / Math.max(wide, high));
  return Math.max(85, Math.ceil((wide * scale * high * scale) / pixelsAToken));
}

const bytesAPage = 60_000;
const tokensAPage = 2_000;
const mostPages = 100;

/** How many pages it has nobody knows before it is read; this errs on the side of many. */
function documentOf(file: files.Attachment): PlannedFile | undefined {
  if (file.sizeBytes > largest.documentBytes) return undefined;
  const pages = Math.min(mostPages, Math.ceil(file.sizeBytes / bytesAPage));
  return { kind: "planned", as: "document", file, variant: "original", tokens: pages * tokensAPage };
}

export const noPictures = "this model takes no pictures";
export const noDocuments = "this model reads no documents";
const noRoom = "there is no room to show it";

const kinds: Readonly<Record<files.FileKind, string>> = {
  image: "picture",
  pdf: "document",
  audio: "voice note",
  text: "file",
  video: "video",
  other: "file",
};

/** Names are whatever somebody's device called it. */
const plain = (name: string): string => name.replaceAll(/[[\]<>]/g, " ");

export const labelOf = ({ kind, name }: files.Attachment, why?: string): string =>
  `[${kinds[kind]}: ${plain(name)}${why === undefined ? "" : `; ${why}`}]`;

export const note = (file: files.Attachment, why: string): Extract<PlannedPart, { kind: "text" }> => ({
  kind: "text",
  text: labelOf(file, why),
});

export const tokensOf = (parts: readonly PlannedPart[], count: (text: string) => number): number =>
  parts.reduce((sum, part) => sum + (part.kind === "text" ? count(part.text) : part.tokens), 0);

/** What somebody said, in writing and aloud. */
export const wordsOf = ({ body, attachments }: Pick<Said, "body" | "attachments">): string =>
  [body, ...attachments.map(({ transcript }) => transcript ?? "")].filter((text) => text.trim() !== "").join("\n\n");
