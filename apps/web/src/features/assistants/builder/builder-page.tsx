import type { assistants } from "@althing/contract";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Archive, MessageSquare } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Page } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { classes } from "../../../ui/classes.ts";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Tabs } from "../../../ui/tabs.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useOpenChat } from "../chat/use-chat.ts";
import { BuilderForm } from "./builder-form.tsx";
import { TryOut } from "./try-out.tsx";
import { Versions } from "./versions.tsx";

type Detail = assistants.AssistantDetail;

/** Makes an assistant or changes one, and tries it out beside. */
export function BuilderPage() {
  const t = useTranslations("assistants.builder");
  const { assistantId } = useParams({ from: "/w/$slug/assistants/$assistantId" });
  const isNew = assistantId === "new";
  const { detail, problem, load, keep } = useDetail(isNew ? undefined : assistantId);
  const title = detail?.name ?? t("new");
  return (
    <Page title={title} actions={detail && <Actions detail={detail} />}>
      {problem !== undefined && <ErrorState error={problem} onRetry={load} />}
      {problem === undefined && !isNew && !detail && <Skeleton className="m-8 h-96" />}
      {(isNew || detail) && <Builder key={detail?.version ?? 0} detail={detail} onSaved={keep} />}
    </Page>
  );
}

function Builder({ detail, onSaved }: { detail: Detail | undefined; onSaved: (saved: Detail) => void }) {
  const t = useTranslations("assistants.builder");
  const [settings, setSettings] = useState<assistants.AssistantSettings>(() => detail?.settings ?? blank);
  const tTryOut = useTranslations("assistants.tryOut");
  // One part at a time, until there is the width for the trial beside the others.
  const [part, setPart] = useState<"settings" | "versions" | "trial">("settings");
  const form = <BuilderForm detail={detail} settings={settings} onSettings={setSettings} onSaved={onSaved} />;
  return (
    <Parts>
      {detail && (
        <SegmentedControl
          label={t("parts")}
          className="mx-4 my-2 shrink-0 @4xl:hidden"
          options={[
            { value: "settings", label: t("settings") },
            { value: "versions", label: t("versions") },
            { value: "trial", label: tTryOut("title") },
          ]}
          value={part}
          onValueChange={setPart}
        />
      )}
      <div className={classes("thin-scroll min-h-0 flex-1 overflow-y-auto", part === "trial" && "@max-4xl:hidden")}>
        <div className={classes("mx-auto w-full max-w-2xl px-4 py-6 md:px-8", detail && "@max-4xl:pt-0")}>
          {detail ? (
            <Tabs
              label={t("parts")}
              className="@max-4xl:[&>[role=tablist]]:hidden"
              value={part === "versions" ? part : "settings"}
              onValueChange={setPart}
              tabs={[
                { value: "settings", label: t("settings"), content: form },
                { value: "versions", label: t("versions"), content: <Versions detail={detail} onRestored={onSaved} /> },
              ]}
            />
          ) : (
            form
          )}
        </div>
      </div>
      {detail && <TryOut detail={detail} settings={settings} className={part === "trial" ? "" : "@max-4xl:hidden"} />}
    </Parts>
  );
}

/** Below each other, and beside each other where they have the width for it. */
const Parts = ({ children }: { children: ReactNode }) => (
  <div className="@container flex min-h-0 flex-1 flex-col">
    <div className="flex min-h-0 flex-1 flex-col @4xl:flex-row">{children}</div>
  </div>
);

function Actions({ detail }: { detail: Detail }) {
  const t = useTranslations("assistants.builder");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const { slug } = useParams({ from: "/w/$slug" });
  const navigate = useNavigate();
  const confirm = useConfirm();
  const toast = useToast();
  const openChat = useOpenChat();
  const archive = async () => {
    const question = { title: t("archiveTitle", { name: detail.name }), description: t("archiveHint") };
    if (!(await confirm({ ...question, action: t("archive"), danger: true }))) return;
    try {
      await client.assistants.archiveAssistant({ workspaceId, assistantId: detail.id });
      await navigate({ to: "/w/$slug/assistants", params: { slug } });
    } catch (problem) {
      toast.showProblem(problem);
    }
  };
  return (
    <>
      <Button variant="ghost" icon={<Archive />} onClick={() => void archive()}>
        <span className="max-sm:sr-only">{t("archive")}</span>
      </Button>
      <Button icon={<MessageSquare />} onClick={() => void openChat(detail)}>
        {t("talk")}
      </Button>
    </>
  );
}

const blank: assistants.AssistantSettings = {
  name: "",
  description: "",
  instructions: "",
  model: null,
  fallbacks: [],
  parameters: { temperature: null, topP: null, maxOutputTokens: null },
  tools: [],
  knowledge: { reach: "readable", roomIds: [] },
  citesSources: true,
  starters: [],
  visibility: "private",
};

function useDetail(assistantId: string | undefined) {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const { slug } = useParams({ from: "/w/$slug" });
  const navigate = useNavigate();
  const [detail, setDetail] = useState<Detail>();
  const [problem, setProblem] = useState<unknown>();
  const load = useCallback(() => {
    setProblem(undefined);
    if (!assistantId) return setDetail(undefined);
    client.assistants.getAssistant({ workspaceId, assistantId }).then(setDetail, setProblem);
  }, [client, workspaceId, assistantId]);
  useEffect(load, [load]);
  const keep = (saved: Detail) => {
    setDetail(saved);
    if (assistantId !== saved.id) {
      void navigate({ to: "/w/$slug/assistants/$assistantId", params: { slug, assistantId: saved.id }, replace: true });
    }
  };
  return { detail: detail?.id === assistantId ? detail : undefined, problem, load, keep };
}
