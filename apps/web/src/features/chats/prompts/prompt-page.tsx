import type { chats } from "@althing/contract";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Lock, NotebookPen, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { spokenLater } from "../../../i18n/index.ts";
import { Page } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Tabs } from "../../../ui/tabs.tsx";
import { PromptForm } from "./prompt-form.tsx";
import { PromptVersions } from "./prompt-versions.tsx";
import { usePromptDraft } from "./use-prompt-draft.ts";
import { useMayChange, usePromptVerbs } from "./use-prompt-verbs.ts";
import { usePrompts } from "./use-prompts.ts";

const nothing = { title: "", description: "", body: "", variables: [], shared: false };

/** Makes a prompt or changes one; `from` names the one whose copy is made. */
export const PromptPage = spokenLater("chats", Editor);

function Editor() {
  const t = useTranslations("chats.promptForm");
  const { slug, promptId } = useParams({ from: "/w/$slug/assistants/prompts/$promptId" });
  const { from } = useSearch({ from: "/w/$slug/assistants/prompts/$promptId" });
  const navigate = useNavigate();
  const { prompts, error, load } = usePrompts();
  const mayChange = useMayChange();
  const isNew = promptId === "new";
  const prompt = prompts?.find(({ id }) => id === promptId);
  const copied = prompts?.find(({ id }) => id === from);
  const goTo = ({ id }: chats.Prompt) =>
    void navigate({ to: "/w/$slug/assistants/prompts/$promptId", params: { slug, promptId: id }, replace: true });
  const content = () => {
    if (error !== undefined) return <ErrorState error={error} onRetry={load} />;
    if (!prompts) return <Skeleton className="h-96" />;
    if (isNew) {
      const copy = copied && { ...copied, title: t("copyOf", { title: copied.title }), shared: false };
      return <New key={from} draft={copy ?? nothing} onSaved={goTo} />;
    }
    if (!prompt) return <EmptyState icon={<NotebookPen />} title={t("gone")} />;
    if (!mayChange(prompt)) return <EmptyState icon={<Lock />} title={t("notYours")} />;
    return <Existing key={prompt.id} prompt={prompt} />;
  };
  return (
    <Page title={prompt?.title ?? t("new")} actions={prompt && mayChange(prompt) && <Remove prompt={prompt} />}>
      <div className="thin-scroll min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-2xl px-4 py-6 md:px-8">{content()}</div>
      </div>
    </Page>
  );
}

type NewProps = { draft: Parameters<typeof usePromptDraft>[0]; onSaved: (saved: chats.Prompt) => void };

function New({ draft, onSaved }: NewProps) {
  const editing = usePromptDraft(draft);
  return <PromptForm prompt={undefined} editing={editing} onSaved={onSaved} />;
}

function Existing({ prompt }: { prompt: chats.Prompt }) {
  const t = useTranslations("chats.promptForm");
  const [part, setPart] = useState<"text" | "versions">("text");
  const editing = usePromptDraft(prompt);
  const take = (restored: chats.Prompt) => {
    editing.take(restored);
    setPart("text");
  };
  return (
    <Tabs
      label={t("parts")}
      value={part}
      onValueChange={setPart}
      tabs={[
        {
          value: "text",
          label: t("text"),
          content: <PromptForm prompt={prompt} editing={editing} onSaved={() => undefined} />,
        },
        { value: "versions", label: t("versions"), content: <PromptVersions prompt={prompt} onRestored={take} /> },
      ]}
    />
  );
}

function Remove({ prompt }: { prompt: chats.Prompt }) {
  const t = useTranslations("chats.prompts");
  const { slug } = useParams({ from: "/w/$slug" });
  const navigate = useNavigate();
  const { remove } = usePromptVerbs();
  const removeAndLeave = async () => {
    if (await remove(prompt)) await navigate({ to: "/w/$slug/assistants/prompts", params: { slug } });
  };
  return (
    <Button variant="ghost" icon={<Trash2 />} onClick={() => void removeAndLeave()}>
      {t("delete")}
    </Button>
  );
}
