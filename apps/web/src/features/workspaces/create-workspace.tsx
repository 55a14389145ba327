import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../connection/index.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormProblem } from "../../ui/form-problem.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useSubmit } from "../../ui/use-submit.ts";
import { workspaceCreation } from "./workspace-creation.ts";

export function CreateWorkspaceDialog() {
  const t = useTranslations("workspaces.create");
  const isOpen = workspaceCreation.useOpened() !== undefined;
  return (
    <Dialog
      isForm
      open={isOpen}
      onOpenChange={(open) => !open && workspaceCreation.close()}
      title={t("title")}
      description={t("hint")}
    >
      <CreateWorkspaceForm onCreated={workspaceCreation.close} />
    </Dialog>
  );
}

export function CreateWorkspaceForm({ onCreated }: { onCreated?: () => void }) {
  const t = useTranslations("workspaces.create");
  const client = useClient();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    const { slug } = await client.workspaces.createWorkspace({ name });
    onCreated?.();
    await navigate({ to: "/w/$slug", params: { slug } });
  });
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <FormProblem problem={problem} />
      <TextField
        label={t("name")}
        placeholder={t("nameExample")}
        error={fieldErrors.name}
        value={name}
        onValueChange={setName}
        required
        maxLength={80}
        autoFocus
      />
      <Button type="submit" variant="primary" loading={pending} disabled={name.trim() === ""} className="self-end">
        {t("submit")}
      </Button>
    </form>
  );
}
