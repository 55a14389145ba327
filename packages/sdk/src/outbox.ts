/**
 * Messages on their way. Each gets its id when it is composed and keeps it whatever happens, so that the server stores it
 * once; it is kept in the storage until the server has it. A room's messages go out one after the other, in order; one
 * that is refused steps aside as `failed`, one that meets a passing fault is tried again until it gets through.
 */
import type { files, messages, RequestOf } from "@althing/contract";
import { v7 as uuid } from "uuid";
import { backoffMs } from "./backoff.ts";
import type { Clock } from "./clock.ts";
import { AlthingError, mayPassLater } from "./errors.ts";
import { createSource, type Signal } from "./signal.ts";
import type { Storage } from "./storage.ts";

/** What a person writes: the input of `sendMessage` without its id, with its files whole, to be shown while it waits. */
export type Draft = Omit<RequestOf<typeof messages.sendMessage>, "id"> & {
  /** Uploaded and ready. They are sent by their ids, so `attachmentIds` need not name them too. */
  readonly attachments?: readonly files.Attachment[];
};

export type Outgoing = {
  readonly id: string;
  /** Rises with each message that is composed here. */
  readonly order: number;
  readonly draft: Draft;
  /** When it was composed, in milliseconds since 1970. */
  readonly composedAt: number;
  readonly state: "pending" | "failed";
  /** Why it was refused. */
  readonly failure: { readonly code: string; readonly message: string } | null;
};

type Parts = {
  /** Resolves when the server has stored the message. The same id may be sent again. */
  transmit(id: string, draft: Draft): Promise<unknown>;
  storage: Storage;
  /** Names whose outbox this is in a storage that several share. */
  name: string;
  clock: Clock;
  random: () => number;
};

/** Opens the outbox with what an earlier run left in the storage. Paused until `resume`. */
export async function openOutbox(parts: Parts): Promise<Outbox> {
  const prefix = keyOf(parts.name, "");
  const keys = (await parts.storage.keys()).filter((key) => key.startsWith(prefix));
  const stored = (await Promise.all(keys.map((key) => parts.storage.get(key)))) as Outgoing[];
  return new Outbox(
    parts,
    stored.toSorted((a, b) => a.order - b.order),
  );
}

const keyOf = (name: string, id: string): string => `outbox:${name}:${id}`;

export class Outbox {
  readonly #parts: Parts;
  readonly #changes = createSource<readonly Outgoing[]>();
  #entries: readonly Outgoing[];
  #paused = true;
  #writing: Promise<void> = Promise.resolve();
  readonly #sending = new Set<string>();
  readonly #attempts = new Map<string, number>();
  readonly #waits = new Map<string, () => void>();

  constructor(parts: Parts, entries: readonly Outgoing[]) {
    this.#parts = parts;
    this.#entries = entries;
  }

  get isPaused(): boolean {
    return this.#paused;
  }
  /** Everything that is not with the server yet, in the order it was composed. */
  get entries(): readonly Outgoing[] {
    return this.#entries;
  }
  get onChange(): Signal<readonly Outgoing[]>["on"] {
    return this.#changes.on;
  }

  /** Takes a message; it is on its way as soon as the storage has it. */
  compose(draft: Draft): Outgoing {
    const entry: Outgoing = {
      id: uuid(),
      order: (this.#entries.at(-1)?.order ?? 0) + 1,
      draft,
      composedAt: this.#parts.clock.now(),
      state: "pending",
      failure: null,
    };
    this.#set([...this.#entries, entry]);
    void this.#keep(entry).finally(() => this.#pump(draft.roomId));
    return entry;
  }

  /** Tries a failed message again. */
  retry(id: string): void {
    const entry = this.#find(id);
    if (!entry) return;
    this.#replace({ ...entry, state: "pending", failure: null });
    this.#pump(entry.draft.roomId);
  }

  /** Gives a message up. It may have been stored, if it was on its way. */
  discard(id: string): void {
    this.#remove(id);
  }

  /** The server has it: its event or its `ack` came. */
  arrived(id: string): void {
    this.#remove(id);
  }

  pause(): void {
    this.#paused = true;
    for (const cancel of this.#waits.values()) cancel();
    this.#waits.clear();
  }

  /** Sends on, at once: a waiting retry does not wait any longer. */
  resume(): void {
    this.pause();
    this.#paused = false;
    this.#attempts.clear();
    for (const roomId of new Set(this.#entries.map(({ draft }) => draft.roomId))) this.#pump(roomId);
  }

  #pump(roomId: string): void {
    if (this.#paused || this.#sending.has(roomId) || this.#waits.has(roomId)) return;
    const next = this.#entries.find(({ draft, state }) => draft.roomId === roomId && state === "pending");
    if (next) void this.#send(next);
  }

  async #send({ id, draft }: Outgoing): Promise<void> {
    const { roomId } = draft;
    this.#sending.add(roomId);
    try {
      await this.#parts.transmit(id, draft);
      this.#attempts.delete(roomId);
      this.#remove(id);
    } catch (error) {
      // Signed out: it goes on when someone is signed in again.
      if (error instanceof AlthingError && error.status === 401) this.pause();
      else if (error instanceof AlthingError && !mayPassLater(error)) this.#fail(id, error);
      else this.#wait(roomId, error);
    } finally {
      this.#sending.delete(roomId);
      this.#pump(roomId);
    }
  }

  #wait(roomId: string, error: unknown): void {
    if (this.#paused) return;
    const attempt = this.#attempts.get(roomId) ?? 0;
    this.#attempts.set(roomId, attempt + 1);
    const waitMs = (error as Partial<AlthingError>).retryAfterMs ?? backoffMs(attempt, this.#parts.random);
    const cancel = this.#parts.clock.after(waitMs, () => {
      this.#waits.delete(roomId);
      this.#pump(roomId);
    });
    this.#waits.set(roomId, cancel);
  }

  #fail(id: string, { code, message }: AlthingError): void {
    const entry = this.#find(id);
    if (entry) this.#replace({ ...entry, state: "failed", failure: { code, message } });
  }

  #find(id: string): Outgoing | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  #replace(entry: Outgoing): void {
    this.#set(this.#entries.map((one) => (one.id === entry.id ? entry : one)));
    void this.#keep(entry);
  }

  #remove(id: string): void {
    if (!this.#find(id)) return;
    this.#set(this.#entries.filter((entry) => entry.id !== id));
    void this.#write(() => this.#parts.storage.delete(keyOf(this.#parts.name, id)));
  }

  #keep(entry: Outgoing): Promise<void> {
    return this.#write(async () => {
      if (this.#find(entry.id) === entry) await this.#parts.storage.set(keyOf(this.#parts.name, entry.id), entry);
    });
  }

  /** One write after the other. A full or blocked storage costs the survival of a reload, not the message. */
  #write(work: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(work).catch(() => undefined);
    return this.#writing;
  }

  #set(entries: readonly Outgoing[]): void {
    this.#entries = entries;
    this.#changes.emit(entries);
  }
}
