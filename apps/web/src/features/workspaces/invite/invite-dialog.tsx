import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { CopyField } from "../../../ui/copy-field.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { findAddresses, useRoleTitle } from "../../accounts/index.ts";
import { type Inviting, inviting } from "./use-invite.ts";

const daySeconds = 86_400;
const durations = [1, 7, 30];
/** 0 for any number. */
const uses = [1, 5, 25, 0];

export function InviteDialog() {
  const t = useTranslations("workspaces.invite");
  const opened = inviting.useOpened();
  const { id } = useWorkspace();
  const workspace = useReplica(({ workspaces }) => workspaces[id]?.name ?? "");
  const room = opened?.roomTitle;
  return (
    <Dialog
      isForm
      open={opened !== undefined}
      onOpenChange={(open) => !open && inviting.close()}
      title={t("title")}
      description={room ? t("withRoom", { workspace, room }) : t("hint", { workspace })}
    >
      {opened && <InviteForm {...opened} />}
    </Dialog>
  );
}

type Link = { url: string; expiresAt: string };

function InviteForm({ roomId }: Inviting) {
  const t = useTranslations("workspaces.invite");
  const { dateTime } = useFormatter();
  const client = useClient();
  const toast = useToast();
  const { id: workspaceId } = useWorkspace();
  const roles = useReplica((replica) => replica.roles[workspaceId]) ?? [];
  const titleOf = useRoleTitle();
  const [text, setText] = useState("");
  const [role, setRole] = useState("member");
  const [days, setDays] = useState("7");
  const [maxUses, setMaxUses] = useState("0");
  const [link, setLink] = useState<Link>();
  const { addresses, wrong } = findAddresses(text);
  const isWrong = wrong.length > 0 || (text.trim() !== "" && addresses.length === 0);
  // Only what was sent is found fault with, not what is being typed.
  const [refused, setRefused] = useState<string>();

  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    if (isWrong) return setRefused(text);
    const common = {
      workspaceId,
      role,
      expiresInSeconds: Number(days) * daySeconds,
      roomIds: roomId ? [roomId] : [],
    };
    if (addresses.length === 0) {
      setLink(await client.workspaces.createInvitation({ ...common, maxUses: Number(maxUses) || undefined }));
      return;
    }
    for (const [index, email] of addresses.entries()) {
      await client.workspaces.createInvitation({ ...common, email });
      // If the next one fails, what stands there is what is still to be sent.
      setText(addresses.slice(index + 1).join(", "));
    }
    toast.show({ tone: "success", title: t("sent", { count: addresses.length }) });
    inviting.close();
  });

  if (link) {
    return (
      <div className="flex flex-col gap-4">
        <CopyField label={t("link")} value={link.url} />
        <p className="text-ink-muted text-sm">
          {t("linkReady", { date: dateTime(new Date(link.expiresAt), { dateStyle: "long" }) })}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={() => setLink(undefined)}>{t("another")}</Button>
          <Button variant="primary" onClick={inviting.close}>
            {t("done")}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <FormProblem problem={problem} />
      <TextArea
        label={t("emails")}
        hint={t("emailsHint")}
        error={text === refused ? t("emailsWrong", { wrong: wrong.join(", ") || text.trim() }) : fieldErrors.email}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="ben@example.org, cem@example.org"
        dir="ltr"
        autoFocus
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          label={t("role")}
          value={role}
          onValueChange={setRole}
          options={roles
            .filter(({ name }) => name !== "owner")
            .map(({ name }) => ({ value: name, label: titleOf(name) }))}
        />
        <Select
          label={t("lasts")}
          value={days}
          onValueChange={setDays}
          options={durations.map((count) => ({ value: String(count), label: t("days", { count }) }))}
        />
        <Select
          label={t("uses")}
          value={maxUses}
          onValueChange={setMaxUses}
          disabled={addresses.length > 0}
          options={uses.map((count) => ({ value: String(count), label: t("usesCount", { count }) }))}
        />
      </div>
      <Button type="submit" variant="primary" loading={pending} className="self-end">
        {addresses.length > 0 ? t("sendMails", { count: addresses.length }) : t("makeLink")}
      </Button>
    </form>
  );
}
