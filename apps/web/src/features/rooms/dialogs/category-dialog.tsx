import type { rooms } from "@althing/contract";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { usePermission } from "../../workspaces/index.ts";

type Props = {
  /** The one to rename; without it, a new one is made. */
  category?: rooms.Category | undefined;
  /** What stands in the new one from its beginning. */
  roomId?: string | undefined;
  onClose: () => void;
};

export function CategoryDialog({ category, roomId, onClose }: Props) {
  const t = useTranslations("rooms.category");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const mayShare = usePermission("workspace.update");
  const [name, setName] = useState(category?.name ?? "");
  const [isShared, setShared] = useState(false);
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    if (category) {
      await client.rooms.updateCategory({ workspaceId, categoryId: category.id, name });
    } else {
      const { id } = await client.rooms.createCategory({ workspaceId, name, shared: isShared });
      if (roomId) await client.rooms.placeRoom({ roomId, categoryId: id, favourite: false });
    }
    onClose();
  });
  return (
    <FormDialog
      title={category ? t("rename") : t("new")}
      description={category ? undefined : t("hint")}
      action={category ? t("save") : t("create")}
      disabled={name.trim() === ""}
      {...{ pending, problem, onClose }}
      onSubmit={submit}
    >
      <TextField
        label={t("name")}
        value={name}
        onValueChange={setName}
        maxLength={60}
        autoFocus
        autoComplete="off"
        error={fieldErrors.name}
      />
      {!category && mayShare && (
        <Checkbox label={t("shared")} hint={t("sharedHint")} checked={isShared} onCheckedChange={setShared} />
      )}
    </FormDialog>
  );
}
