import type { statistics } from "@althing/contract";
import { useTranslations } from "use-intl";
import { usePanel } from "../../../shell/index.ts";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { PersonName } from "../../accounts/index.ts";

type Threads = statistics.RoomStatistics["threads"];

/** Where most was answered; each leads to its thread. */
export function TopThreads({ threads }: { threads: Threads }) {
  const t = useTranslations("statistics.threads");
  const panel = usePanel();
  return (
    <section aria-labelledby="top-threads" className="flex flex-col gap-1">
      <h3 id="top-threads" className="font-medium text-sm">
        {t("title")}
      </h3>
      <ol className="-mx-2 flex flex-col">
        {threads.map(({ messageId, author, text, createdAt, replies }) => (
          <li key={messageId}>
            <button
              type="button"
              onClick={() => panel.show("thread", messageId)}
              className="w-full rounded-md p-2 text-start hover:bg-hover"
            >
              <span dir="auto" className="line-clamp-2 text-sm">
                {text || <span className="text-ink-muted italic">{t("deleted")}</span>}
              </span>
              <span className="flex flex-wrap gap-x-2 text-ink-muted text-xs">
                <span className="font-medium">{t("replies", { count: replies })}</span>
                <PersonName accountId={author.id} name={author.name} />
                <RelativeTime at={createdAt} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
