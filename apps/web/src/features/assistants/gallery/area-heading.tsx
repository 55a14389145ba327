import { Link, useParams } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

/** Heads the pages about assistants and leads from one to the other: whom to ask, and what to ask with. */
export function AreaHeading({ title }: { title: string }) {
  const t = useTranslations("assistants.area");
  const { slug } = useParams({ from: "/w/$slug" });
  const look =
    "flex h-control shrink-0 items-center whitespace-nowrap rounded-md px-2.5 font-medium text-ink-muted text-sm hover:bg-hover hover:text-ink aria-[current=page]:bg-selected aria-[current=page]:text-ink";
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <nav aria-label={t("label")} className="flex min-w-0 gap-0.5 overflow-x-auto">
        <Link to="/w/$slug/assistants" params={{ slug }} activeOptions={{ exact: true }} className={look}>
          {t("assistants")}
        </Link>
        <Link to="/w/$slug/assistants/prompts" params={{ slug }} className={look}>
          {t("prompts")}
        </Link>
        <Link to="/w/$slug/assistants/import" params={{ slug }} className={look}>
          {t("import")}
        </Link>
      </nav>
    </>
  );
}
