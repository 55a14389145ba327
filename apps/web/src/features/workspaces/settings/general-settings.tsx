import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { toSlug } from "../to-slug.ts";
import { usePermission } from "../use-permission.ts";

/** The workspace's name and address, and the way out of it. */
export function GeneralSettings() {
  const t = useTranslations("workspaces.general");
  const client = useClient();
  const navigate = useNavigate();
  const toast = useToast();
  const { id: workspaceId } = useWorkspace();
  const workspace = useReplica(({ workspaces }) => workspaces[workspaceId]);
  const mayUpdate = usePermission("workspace.update");
  const [name, setName] = useState(workspace?.name ?? "");
  const [slug, setSlug] = useState(workspace?.slug ?? "");
  const isChanged = name !== workspace?.name || slug !== workspace.slug;
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    const updated = await client.workspaces.updateWorkspace({ workspaceId, name, slug });
    toast.show({ tone: "success", title: t("saved") });
    if (updated.slug !== workspace?.slug) {
      await navigate({ to: "/w/$slug/settings/$page", params: { slug: updated.slug, page: "general" }, replace: true });
    }
  });
  return (
    <div className="flex flex-col gap-8">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <FormProblem problem={problem} />
        <TextField
          label={t("name")}
          value={name}
          onValueChange={setName}
          error={fieldErrors.name}
          disabled={!mayUpdate}
          required
          maxLength={80}
        />
        <TextField
          label={t("slug")}
          hint={t("slugHint")}
          leading={<span className="text-ink-muted">/w/</span>}
          value={slug}
          onValueChange={(text) => setSlug(toSlug(text))}
          error={fieldErrors.slug}
          disabled={!mayUpdate}
          required
          maxLength={40}
          dir="ltr"
        />
        {mayUpdate && (
          <Button type="submit" variant="primary" loading={pending} disabled={!isChanged} className="self-start">
            {t("save")}
          </Button>
        )}
      </form>
      <LeaveCard name={workspace?.name ?? ""} />
    </div>
  );
}

function LeaveCard({ name }: { name: string }) {
  const t = useTranslations("workspaces.general");
  const client = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const { id: workspaceId } = useWorkspace();
  const leave = async () => {
    const isSure = await confirm({
      title: t("leaveAsk", { workspace: name }),
      description: t("leaveHint"),
      action: t("leaveAction"),
      danger: true,
    });
    if (!isSure) return;
    try {
      await client.workspaces.leaveWorkspace({ workspaceId });
      // A new start: nothing of the workspace is kept.
      location.assign("/");
    } catch (error) {
      toast.showProblem(error);
    }
  };
  return (
    <Card
      title={t("leave")}
      description={t("leaveHint")}
      actions={
        <Button variant="danger" onClick={() => void leave()}>
          {t("leaveAction")}
        </Button>
      }
    />
  );
}
