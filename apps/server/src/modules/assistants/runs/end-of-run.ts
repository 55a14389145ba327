import { assistants } from "@althing/contract";
import type { Platform } from "../../../kernel/platform.ts";

/** The end of a run, heard from now on. */
export function endOf({ hub }: Platform, runId: string) {
  const heard = Promise.withResolvers<void>();
  const forget = hub.listen(assistants.RunChanged.type, ({ data }) => {
    const { run } = JSON.parse(data) as { run: assistants.Run };
    if (run.id === runId && run.endedAt !== null) heard.resolve();
  });
  return {
    forget,
    async within(ms: number): Promise<void> {
      const timer = setTimeout(heard.resolve, ms);
      await heard.promise;
      clearTimeout(timer);
    },
  };
}
