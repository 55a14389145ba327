/**
 * A run in the hands of this process: its words as they come, told to whoever looks, and kept from time to time. Tokens are
 * passing signs; what is kept is as old as the last checkpoint at most.
 */
import { assistants } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { keepText } from "../store/runs.ts";
import type { RunRow } from "../tables.ts";
import { feedsOf } from "./announce.ts";

/** Why a run leaves off before its end. */
export type Halt = "stop" | "discard" | "lost" | "hand_over" | "timeout";

const tellEveryMs = 60;
const keepEveryMs = 1_500;

export class Hold {
  readonly platform: Platform;
  /** The worker that holds it. */
  readonly owner: string;
  run: RunRow;
  #text: string;
  #told: number;
  #toldAt = -tellEveryMs;
  #halted: Halt | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #kept: Promise<void> = Promise.resolve();
  readonly #abort = new AbortController();

  constructor(platform: Platform, owner: string, run: RunRow) {
    this.platform = platform;
    this.owner = owner;
    this.run = run;
    this.#text = run.text;
    this.#told = run.text.length;
  }

  get text(): string {
    return this.#text;
  }
  get signal(): AbortSignal {
    return this.#abort.signal;
  }
  get halted(): Halt | undefined {
    return this.#halted;
  }

  halt(why: Halt): void {
    this.#halted ??= why;
    this.#abort.abort();
  }

  write(text: string): void {
    if (text === "") return;
    this.#text += text;
    // The first words go out at once: people wait for them.
    this.#telling ??= setTimeout(() => this.#tell(), Math.max(1, this.#toldAt + tellEveryMs - performance.now()));
    this.#keeping ??= setTimeout(() => this.#keep(), keepEveryMs);
  }

  /** No more will be written; what is underway has been kept when this resolves. */
  async rest(): Promise<void> {
    clearTimeout(this.#telling);
    clearTimeout(this.#keeping);
    await this.#kept;
  }

  #tell(): void {
    this.#telling = undefined;
    const offset = this.#told;
    this.#told = this.#text.length;
    this.#broadcast(offset);
  }

  #keep(): void {
    this.#keeping = undefined;
    this.#kept = this.#keepNow(this.#text).catch((error: unknown) =>
      this.platform.log.warn({ err: error, run: this.run.id }, "A run's words could not be kept"),
    );
  }

  async #keepNow(text: string): Promise<void> {
    const kept = await this.platform.write(system, (tx) => keepText(tx, this.owner, { id: this.run.id, text }));
    if (!kept) this.halt("lost");
    else if (kept.stop) this.halt(kept.stop === "keep" ? "stop" : "discard");
    // Whoever came to look meanwhile has not heard the beginning.
    this.#told = this.#text.length;
    this.#broadcast(0);
  }

  #broadcast(offset: number): void {
    this.#toldAt = performance.now();
    const signal = { runId: this.run.id, offset, text: this.#text.slice(offset) };
    for (const feed of feedsOf(this.run)) {
      this.platform.broadcast(assistants.RunProgressed, feed, signal, this.run.assistant_id);
    }
  }
}
