/** Brings a file to the server piece by piece, however often the line is cut: each time it goes on where the server has got to. */
import { files } from "@althing/contract";
import { isProblem, mayPassLater } from "@althing/sdk";

type Progress = Pick<files.File, "state" | "receivedBytes">;

export type Steps<Held extends Progress> = {
  /** The same file, however often. */
  begin(): Promise<Held>;
  look(): Promise<Held>;
  send(offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<Held>;
  /** Resolves when it is worth trying again. */
  rest(attempt: number, problem: unknown): Promise<void>;
  now(): number;
  onProgress(sentBytes: number): void;
};

const leastBytes = 256 * 1024;
const mostBytes = 8 * 1024 * 1024;
/** A piece should take about so long: progress is seen, and little is lost by a cut. */
const pieceMs = 1_000;

/** Throws what will not pass by itself: a refusal, or that the file cannot be read. */
export async function bringFile<Held extends Progress>(source: Blob, steps: Steps<Held>): Promise<Held> {
  let held: Held | undefined;
  let attempt = 0;
  let size = leastBytes;
  for (;;) {
    try {
      held = held ? await steps.look() : await steps.begin();
      while (held.state === "uploading") {
        const offset: number = held.receivedBytes;
        steps.onProgress(offset);
        const bytes = new Uint8Array(await source.slice(offset, offset + size).arrayBuffer());
        const begun = steps.now();
        held = await steps.send(offset, bytes);
        attempt = 0;
        size = nextSize(size, steps.now() - begun);
      }
      return held;
    } catch (problem) {
      const isBehind = isProblem(problem, files.OffsetMismatch);
      if (!isBehind && !mayPassLater(problem)) throw problem;
      await steps.rest(attempt++, problem);
    }
  }
}

export const nextSize = (size: number, tookMs: number): number =>
  Math.min(mostBytes, Math.max(leastBytes, tookMs < pieceMs / 2 ? size * 2 : tookMs > pieceMs * 2 ? size / 2 : size));
