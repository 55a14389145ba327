import type { workspaces } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { spokenLater } from "../../../i18n/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useRoleTitle } from "../../accounts/index.ts";
import { toSlug } from "../to-slug.ts";
import { usePermission } from "../use-permission.ts";
import { usePermissionText } from "../use-permission-text.ts";

type Props = { role: workspaces.Role | undefined; onClose: () => void };

/** What a role allows; where it is an own one, also the place to change it. */
export const RoleDialog = spokenLater("workspaces", function RoleDialog({ role, onClose }: Props) {
  const t = useTranslations("workspaces.roles");
  const formId = useId();
  const client = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const { id: workspaceId } = useWorkspace();
  const titleOf = useRoleTitle();
  const textOf = usePermissionText();
  const mayManage = usePermission("role.manage");
  const isFixed = !mayManage || role?.builtIn === true;
  const [name, setName] = useState(role?.name ?? "");
  const [title, setTitle] = useState(role?.title ?? "");
  const [permissions, setPermissions] = useState<readonly string[]>(role?.permissions ?? []);
  const all = useQuery({ queryKey: ["permissions"], queryFn: () => client.workspaces.listPermissions() });

  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    const wanted = { workspaceId, name, title, permissions: [...permissions] };
    await (role ? client.workspaces.updateRole(wanted) : client.workspaces.createRole(wanted));
    onClose();
  });
  const remove = async () => {
    const question = { title: t("deleteAsk", { title }), description: t("deleteHint"), action: t("delete") };
    if (!(await confirm({ ...question, danger: true }))) return;
    await client.workspaces.deleteRole({ workspaceId, name }).then(onClose, toast.showProblem);
  };
  const toggle = (permission: string, isOn: boolean) =>
    setPermissions(isOn ? [...permissions, permission] : permissions.filter((one) => one !== permission));

  return (
    <Dialog
      isForm
      open
      onOpenChange={(open) => !open && onClose()}
      title={role ? titleOf(role.name) : t("create")}
      size="large"
      footer={
        !isFixed && (
          <>
            {role && (
              <Button variant="ghost" className="me-auto text-danger" onClick={() => void remove()}>
                {t("delete")}
              </Button>
            )}
            <Button type="submit" form={formId} variant="primary" loading={pending} disabled={!name || !title}>
              {t("save")}
            </Button>
          </>
        )
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-6">
        <FormProblem problem={problem} />
        {!isFixed && (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label={t("titleField")} value={title} onValueChange={setTitle} error={fieldErrors.title} />
            {!role && (
              <TextField
                label={t("name")}
                hint={t("nameHint")}
                value={name}
                onValueChange={(text) => setName(toSlug(text))}
                error={fieldErrors.name}
                dir="ltr"
              />
            )}
          </div>
        )}
        {all.isPending && <Skeleton className="h-64" />}
        {all.error && <ErrorState error={all.error} onRetry={() => void all.refetch()} />}
        {(["workspace", "room"] as const).map((place) => (
          <fieldset key={place}>
            <legend className="mb-3 font-medium text-sm">{place === "room" ? t("onRoom") : t("onWorkspace")}</legend>
            <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
              {all.data
                ?.filter(({ on }) => on === place)
                .map((permission) => (
                  <Checkbox
                    key={permission.name}
                    label={textOf(permission)}
                    checked={role?.name === "owner" || permissions.includes(permission.name)}
                    onCheckedChange={(isOn) => toggle(permission.name, isOn)}
                    disabled={isFixed}
                  />
                ))}
            </div>
          </fieldset>
        ))}
      </form>
    </Dialog>
  );
});
