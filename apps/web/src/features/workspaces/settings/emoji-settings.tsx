import { SmilePlus, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { readBase64, useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Table } from "../../../ui/table.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { usePermission } from "../use-permission.ts";

/** The workspace's own emoji. */
export function EmojiSettings() {
  const t = useTranslations("workspaces.emoji");
  const client = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const { id: workspaceId } = useWorkspace();
  const all = useReplica(({ emoji }) => emoji[workspaceId]) ?? [];
  const profiles = useReplica(({ profiles }) => profiles);
  const mayManage = usePermission("emoji.manage");
  const remove = async (name: string) => {
    const question = { title: t("removeAsk", { name }), description: t("removeHint"), action: t("remove") };
    if (!(await confirm({ ...question, danger: true }))) return;
    await client.workspaces.removeEmoji({ workspaceId, name }).catch(toast.showProblem);
  };
  return (
    <div className="flex flex-col gap-6">
      <p className="text-ink-muted">{t("hint")}</p>
      {mayManage && <AddEmoji />}
      <Table
        label={t("title")}
        rows={all}
        rowKey={({ name }) => name}
        empty={
          <EmptyState icon={<SmilePlus />} title={t("none")}>
            {t("noneHint")}
          </EmptyState>
        }
        columns={[
          { key: "picture", header: t("picture"), cell: ({ url }) => <img src={url} alt="" className="size-6" /> },
          { key: "name", header: t("name"), className: "w-full font-mono text-xs", cell: ({ name }) => `:${name}:` },
          { key: "by", header: t("by"), cell: ({ createdBy }) => profiles[createdBy]?.name ?? "" },
          {
            key: "remove",
            header: <span className="sr-only">{t("remove")}</span>,
            align: "end",
            cell: ({ name }) =>
              mayManage && (
                <IconButton
                  size="small"
                  label={t("removeOne", { name })}
                  icon={<Trash2 />}
                  onClick={() => void remove(name)}
                />
              ),
          },
        ]}
      />
    </div>
  );
}

function AddEmoji() {
  const t = useTranslations("workspaces.emoji");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [file, setFile] = useState<File>();
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    if (!file) return;
    await client.workspaces.addEmoji({ workspaceId, name, picture: await readBase64(file) });
    setName("");
    setFile(undefined);
  });
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    if (chosen && name === "") setName(nameOf(chosen));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <FormProblem problem={problem} />
      <div className="flex flex-wrap items-end gap-3">
        <input
          ref={input}
          type="file"
          accept="image/png,image/gif,image/webp,image/jpeg"
          aria-label={t("choose")}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            // So that the same one can be chosen again after it was mended.
            event.target.value = "";
          }}
        />
        <Button className="max-w-full" onClick={() => input.current?.click()}>
          <span className="truncate">{file?.name ?? t("choose")}</span>
        </Button>
        <TextField
          label={t("name")}
          className="min-w-40 flex-1"
          value={name}
          onValueChange={(text) => setName(text.toLowerCase())}
          error={fieldErrors.name}
          leading=":"
          trailing=":"
          dir="ltr"
        />
        <Button type="submit" variant="primary" loading={pending} disabled={!file || name.length < 2}>
          {t("add")}
        </Button>
      </div>
    </form>
  );
}

const nameOf = (file: File): string =>
  file.name
    .toLowerCase()
    .replace(/\.[^.]*$/, "")
    .replace(/[^a-z0-9_+-]+/g, "_")
    .slice(0, 32);
