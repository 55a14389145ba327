import type { tools } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useGoToTools } from "../place.ts";
import { blankDraft, readConnection } from "./connection-draft.ts";
import { ConnectionFields } from "./connection-fields.tsx";
import { blankCredential, CredentialFields, readCredential } from "./credential-fields.tsx";
import { slugOf } from "./slug-of.ts";
import { type Way, ways } from "./ways.ts";

type Props = { way: Way; sources: readonly tools.ToolSource[]; onClose: () => void };

/** Connects a source; its tools are looked at right after, and shown to be approved. */
export function ConnectDialog({ way, sources, onClose }: Props) {
  const t = useTranslations("tools");
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const goTo = useGoToTools();
  const [title, setTitle] = useState("");
  const [ownSlug, setOwnSlug] = useState<string>();
  const [draft, setDraft] = useState(() => blankDraft(way));
  const [credential, setCredential] = useState(blankCredential);
  const offered = useOffered();
  const slug = ownSlug ?? slugOf(title);
  const exampleSlug = slugOf(t("connect.namePlaceholder")) || "tides";
  const isTaken = sources.some((source) => source.slug === slug);
  const connection = readConnection(draft);
  const offeredWays = ways.filter((one) => one !== "operator" || offered.length > 0);

  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    if (!connection) return;
    const wanted = { workspaceId, title: title.trim(), slug, connection };
    const sealed = draft.way === "operator" ? undefined : readCredential(credential);
    const { id } = await api.createToolSource({ ...wanted, ...(sealed && { credential: sealed }) });
    onClose();
    goTo(id);
  });

  return (
    <FormDialog
      title={t("connect.title")}
      description={t("connect.hint")}
      action={t("connect.action")}
      disabled={title.trim() === "" || slug === "" || connection === undefined}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <RadioGroup
        label={t("connect.way")}
        options={offeredWays.map((value) => ({ value, label: t(`ways.${value}`), hint: t(`wayHints.${value}`) }))}
        value={draft.way}
        onValueChange={(next) => setDraft({ ...draft, way: next })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("connect.name")}
          value={title}
          onValueChange={setTitle}
          placeholder={t("connect.namePlaceholder")}
          error={fieldErrors.title}
          maxLength={80}
          autoComplete="off"
        />
        <TextField
          label={t("connect.slug")}
          hint={t("connect.slugHint", { name: `${slug || exampleSlug}__search` })}
          placeholder={exampleSlug}
          value={slug}
          onValueChange={setOwnSlug}
          error={fieldErrors.slug ?? (isTaken ? t("connect.slugTaken") : undefined)}
          maxLength={31}
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
        />
      </div>
      <ConnectionFields draft={draft} onChange={setDraft} offered={offered} errors={fieldErrors} />
      {draft.way !== "operator" && (
        <CredentialFields credential={credential} onChange={setCredential} errors={fieldErrors} />
      )}
    </FormDialog>
  );
}

/** What the operator runs beside the server and the workspace has not connected yet. */
function useOffered() {
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery({
    queryKey: ["tools.list_offered_sources", workspaceId],
    queryFn: () => api.listOfferedSources({ workspaceId }),
    staleTime: 0,
  });
  return data?.filter(({ connected }) => !connected) ?? [];
}
