import { files } from "@althing/contract";
import { type Client, isProblem, mayPassLater, uploadFile } from "@althing/sdk";
import { restUntilWorthwhile } from "./rest.ts";

type Bringing = {
  workspaceId: string;
  id: string;
  file: File;
  signal: AbortSignal;
  onProgress: (sentBytes: number) => void;
};

/**
 * Brings a file to the server, however long the line is down. Rejects with what will not pass by itself: a refusal, that
 * the file cannot be read any more, or the signal's reason.
 */
export async function bring(client: Client, bringing: Bringing): Promise<files.File> {
  const { file, signal } = bringing;
  for (let attempt = 0; ; attempt++) {
    const cut = new AbortController();
    // The network is back: what waits for its turn to try again need not.
    const tryNow = () => cut.abort();
    addEventListener("online", tryNow);
    try {
      return await uploadFile(client, { ...bringing, signal: AbortSignal.any([signal, cut.signal]) });
    } catch (problem) {
      signal.throwIfAborted();
      if (cut.signal.aborted) continue;
      if (!mayPassLater(problem) || isProblem(problem, files.StorageFull)) throw problem;
      // A file that went away looks to the browser as if the line were down.
      await file.slice(0, 1).arrayBuffer();
      await restUntilWorthwhile(attempt, problem, signal);
    } finally {
      removeEventListener("online", tryNow);
    }
  }
}
