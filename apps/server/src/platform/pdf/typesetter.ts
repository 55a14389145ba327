import { join } from "node:path";
import type { Log } from "../telemetry/index.ts";
import type { PdfDocument } from "./document.ts";

export type Typesetter = {
  /** One document after the other; throws a `TypesetFault`. */
  typeset(document: PdfDocument): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends what runs. */
  stop(): void;
};

export type TypesetFaultKind = "too_long" | "busy" | "late" | "failed";

export class TypesetFault extends Error {
  constructor(readonly kind: TypesetFaultKind) {
    super(`The document could not be typeset: ${kind}`);
  }
}

export type TypesetterOptions = {
  readonly log: Log;
  /** From the asking on, the time behind others included. */
  readonly limitMs?: number;
  readonly worker?: string;
};

/** Of a document as JSON: some 1,400 pages of prose. Tables, code and several scripts in it cost up to 1 GB of memory. */
const maxDocumentBytes = 2 * 1024 * 1024;
const maxWaiting = 10;

export function createTypesetter({
  log,
  limitMs = 25_000,
  worker = join(import.meta.dir, "worker.ts"),
}: TypesetterOptions): Typesetter {
  const stopping = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function run(json: Uint8Array<ArrayBuffer>, deadline: number): Promise<Uint8Array<ArrayBuffer>> {
    if (stopping.signal.aborted) throw new TypesetFault("busy");
    const timeout = deadline - performance.now();
    if (timeout <= 0) throw new TypesetFault("late");
    const child = Bun.spawn([process.execPath, worker], {
      // Nothing that the server was told at its start, secrets among it, is told on.
      env: {},
      stdin: json,
      stdout: "pipe",
      stderr: "ignore",
      signal: stopping.signal,
      timeout: Math.ceil(timeout),
      killSignal: "SIGKILL",
    });
    const bytes = await new Response(child.stdout).bytes();
    if ((await child.exited) === 0) return bytes;
    throw new TypesetFault(performance.now() >= deadline ? "late" : "failed");
  }

  return {
    async typeset(document) {
      // A half of a pair of surrogates is no letter, and no JSON for others.
      const json = new TextEncoder().encode(JSON.stringify(document, wellFormed));
      if (json.byteLength > maxDocumentBytes) throw new TypesetFault("too_long");
      if (waiting >= maxWaiting) throw new TypesetFault("busy");
      waiting += 1;
      const deadline = performance.now() + limitMs;
      const turn = last.then(() => run(json, deadline));
      last = turn.catch((error: unknown) =>
        log.warn({ err: error, bytes: json.byteLength }, "A document was not typeset"),
      );
      return turn.finally(() => {
        waiting -= 1;
      });
    },
    stop: () => stopping.abort(),
  };
}

const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? value.toWellFormed().replace(control, "") : value;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
