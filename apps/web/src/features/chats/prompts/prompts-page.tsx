import type { chats } from "@althing/contract";
import { Link, useParams } from "@tanstack/react-router";
import { NotebookPen, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { spokenLater } from "../../../i18n/index.ts";
import { Page, rank } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useMyId } from "../../accounts/index.ts";
import { AreaHeading } from "../../assistants/index.ts";
import { PromptCard } from "./prompt-card.tsx";
import { usePrompts } from "./use-prompts.ts";

const whose = ["all", "mine", "shared"] as const;

/** Prompts that are written once and used again: one's own and those that are shared. */
export const PromptsPage = spokenLater("chats", Prompts);

function Prompts() {
  const t = useTranslations("chats.prompts");
  const { slug } = useParams({ from: "/w/$slug" });
  const { prompts, error, load } = usePrompts();
  return (
    <Page
      title={t("title")}
      heading={<AreaHeading title={t("title")} />}
      actions={
        <Button
          icon={<Plus />}
          render={<Link to="/w/$slug/assistants/prompts/$promptId" params={{ slug, promptId: "new" }} />}
        >
          <span className="max-sm:sr-only">{t("new")}</span>
        </Button>
      }
    >
      <div className="thin-scroll min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-4xl flex-col gap-5 px-4 py-6 md:px-8">
          <p className="max-w-prose text-pretty text-ink-muted">{t("hint")}</p>
          {error !== undefined && <ErrorState error={error} onRetry={load} />}
          {error === undefined && !prompts && <Skeleton className="h-80" />}
          {prompts?.length === 0 && (
            <EmptyState icon={<NotebookPen />} title={t("none")}>
              {t("noneHint")}
            </EmptyState>
          )}
          {prompts && prompts.length > 0 && <Library prompts={prompts} />}
        </div>
      </div>
    </Page>
  );
}

function Library({ prompts }: { prompts: readonly chats.Prompt[] }) {
  const t = useTranslations("chats.prompts");
  const myId = useMyId();
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState<(typeof whose)[number]>("all");
  const among = prompts.filter(
    ({ owner, shared }) => shown === "all" || (shown === "mine" ? owner.id === myId : shared),
  );
  const found = rank(query, among, ({ title, description, body }) => [title, description, body]);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SearchField label={t("search")} value={query} onValueChange={setQuery} className="w-full sm:w-72" />
        <SegmentedControl
          label={t("whose")}
          options={whose.map((value) => ({ value, label: t(`whoseChoices.${value}`) }))}
          value={shown}
          onValueChange={setShown}
        />
      </div>
      {found.length === 0 ? (
        <EmptyState icon={<NotebookPen />} title={query ? t("nothing", { query }) : t("noneHere")} />
      ) : (
        <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          {found.map((prompt) => (
            <PromptCard key={prompt.id} prompt={prompt} />
          ))}
        </ul>
      )}
    </>
  );
}
