import { Link, useParams } from "@tanstack/react-router";
import { Plus, Sparkles } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Page, rank } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { usePermission } from "../../workspaces/index.ts";
import { useAssistants } from "../use-assistants.ts";
import { AreaHeading } from "./area-heading.tsx";
import { AssistantCard } from "./assistant-card.tsx";

/** The assistants one may ask, to begin a conversation with or to change. */
export function GalleryPage() {
  const t = useTranslations("assistants.gallery");
  const { slug } = useParams({ from: "/w/$slug" });
  const all = useAssistants();
  const mayCreate = usePermission("assistant.create");
  const [query, setQuery] = useState("");
  const found = rank(query, all, ({ name, handle, description }) => [name, handle, description], all.length);
  return (
    <Page
      title={t("title")}
      heading={<AreaHeading title={t("title")} />}
      actions={
        mayCreate && (
          <Button
            icon={<Plus />}
            render={<Link to="/w/$slug/assistants/$assistantId" params={{ slug, assistantId: "new" }} />}
          >
            <span className="max-sm:sr-only">{t("new")}</span>
          </Button>
        )
      }
    >
      <div className="thin-scroll min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-4xl flex-col gap-5 px-4 py-6 md:px-8">
          <div className="flex flex-wrap items-end justify-between gap-3">
            <p className="max-w-prose text-pretty text-ink-muted">{t("hint")}</p>
            {all.length > 6 && (
              <SearchField label={t("search")} value={query} onValueChange={setQuery} className="w-full sm:w-64" />
            )}
          </div>
          {found.length === 0 ? (
            <EmptyState icon={<Sparkles />} title={t("nothing", { query })} />
          ) : (
            <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2">
              {found.map((assistant) => (
                <AssistantCard key={assistant.id} assistant={assistant} />
              ))}
            </ul>
          )}
        </div>
      </div>
    </Page>
  );
}
