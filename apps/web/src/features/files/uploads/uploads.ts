/** The uploads of a workspace in this tab. What was chosen goes out at once, a few at a time; how far each is lies on its shelf. */
import { files } from "@althing/contract";
import { attachmentOf, type Client } from "@althing/sdk";
import { v7 as uuid } from "uuid";
import type { Shelved, Shelves } from "../shelf/shelf.ts";
import { bring } from "./bring.ts";
import { kindOf } from "./kind-of.ts";
import { forgetLocal, rememberLocal } from "./locals.ts";
import { FileRefused } from "./problems.ts";
import { createTurns } from "./turns.ts";

type Parts = { client: Client; workspaceId: string; shelves: Shelves };
type Source = { readonly file: File; readonly ending: AbortController };

const atOnce = 2;

export class Uploads {
  readonly #parts: Parts;
  readonly #sources = new Map<string, Source>();
  readonly #inTurn = createTurns(atOnce);
  #goingCount = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Lays files beside a draft and sends them out. */
  add(key: string, chosen: readonly File[]): void {
    const held = this.#parts.shelves.read(key);
    const room = files.fileLimits.perMessage - held.filter(({ problem }) => !(problem instanceof FileRefused)).length;
    const taken = chosen.slice(0, Math.max(0, room) + 1);
    const items = taken.map((file, index) => this.#itemOf(file, index < room ? undefined : new FileRefused("tooMany")));
    this.#parts.shelves.write(key, [...held, ...items]);
    for (const { id, problem } of items) if (!problem) void this.#bring(key, id);
  }

  /** Lays what could not be taken beside a draft, to say so. */
  refuse(key: string, name: string, reason: FileRefused["reason"]): void {
    const item = this.#itemOf(new File([], name), new FileRefused(reason));
    this.#parts.shelves.write(key, [...this.#parts.shelves.read(key), item]);
  }

  retry(key: string, id: string): void {
    this.#change(key, id, { problem: undefined, sentBytes: 0 });
    void this.#bring(key, id);
  }

  remove(key: string, id: string): void {
    const { client, shelves } = this.#parts;
    this.#sources.get(id)?.ending.abort();
    this.#sources.delete(id);
    const held = shelves.read(key);
    shelves.write(
      key,
      held.filter((item) => item.id !== id),
    );
    forgetLocal(id);
    if (held.find((item) => item.id === id)?.problem instanceof FileRefused) return;
    // Else the server does it after a day.
    client.files.deleteFile({ fileId: id as files.FileId }).catch(() => undefined);
  }

  /** Lays files that are with the server already beside a draft. */
  putBack(key: string, attachments: readonly files.Attachment[]): void {
    this.#lay(key, this.#parts.shelves.read(key), attachments);
  }

  /** Makes those that lie finished beside a draft be these, as another tab of this browser has them. */
  setFinished(key: string, attachments: readonly files.Attachment[]): void {
    const isWanted = ({ id, attachment }: Shelved) => !attachment || attachments.some((one) => one.id === id);
    this.#lay(key, this.#parts.shelves.read(key).filter(isWanted), attachments);
  }

  /** Brings one file to the server that lies on no shelf. */
  async bring(
    file: File,
    id: string,
    signal: AbortSignal,
    onProgress: (sentBytes: number) => void = () => undefined,
  ): Promise<files.Attachment> {
    const { client, workspaceId } = this.#parts;
    this.#guard(1);
    try {
      return attachmentOf(await bring(client, { workspaceId, id, file, signal, onProgress }));
    } finally {
      this.#guard(-1);
    }
  }

  async #bring(key: string, id: string): Promise<void> {
    const source = this.#sources.get(id);
    if (!source) return;
    const { file, ending } = source;
    try {
      const attachment = await this.#inTurn(() =>
        this.bring(file, id, ending.signal, (sentBytes) => this.#change(key, id, { sentBytes })),
      );
      this.#sources.delete(id);
      this.#change(key, id, { attachment, kind: attachment.kind, name: attachment.name, sentBytes: file.size });
    } catch (problem) {
      if (!ending.signal.aborted) this.#change(key, id, { problem });
    }
  }

  #lay(key: string, beside: readonly Shelved[], attachments: readonly files.Attachment[]): void {
    const back = attachments.filter(({ id }) => !beside.some((item) => item.id === id));
    this.#parts.shelves.write(key, [...beside, ...back.map(shelved)]);
  }

  #itemOf(file: File, refused: FileRefused | undefined): Shelved {
    const id = uuid();
    const kind = kindOf(file);
    const problem = refused ?? (file.size === 0 ? new FileRefused("empty") : undefined);
    if (!problem) {
      this.#sources.set(id, { file, ending: new AbortController() });
      if (kind === "image") rememberLocal(id, file);
    }
    return {
      id,
      name: file.name,
      kind,
      sizeBytes: file.size,
      sentBytes: 0,
      attachment: undefined,
      problem,
    };
  }

  #change(key: string, id: string, change: Partial<Shelved>): void {
    const { shelves } = this.#parts;
    const items = shelves.read(key);
    if (!items.some((item) => item.id === id)) return;
    shelves.write(
      key,
      items.map((item) => (item.id === id ? { ...item, ...change } : item)),
    );
  }

  /** Who leaves the page while something is on its way is asked first. */
  #guard(step: 1 | -1): void {
    this.#goingCount += step;
    if (this.#goingCount === 1 && step === 1) addEventListener("beforeunload", askFirst);
    if (this.#goingCount === 0) removeEventListener("beforeunload", askFirst);
  }
}

const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault();

const shelved = (attachment: files.Attachment): Shelved => ({
  id: attachment.id,
  name: attachment.name,
  kind: attachment.kind,
  sizeBytes: attachment.sizeBytes,
  sentBytes: attachment.sizeBytes,
  attachment,
  problem: undefined,
});
