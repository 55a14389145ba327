import { MoreHorizontal } from "lucide-react";
import { useMemo, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { rank, useIsPhone } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { MenuItem } from "../../../ui/menu-items.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { Table } from "../../../ui/table.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { AccountAvatar, useRoleTitle } from "../../accounts/index.ts";
import { usePermission } from "../use-permission.ts";
import { MemberList } from "./member-list.tsx";

const mostShown = 200;

type Row = { id: string; name: string; handle: string; roles: readonly string[]; joinedAt: string };

/** Who is in the workspace and with which roles. */
export function MemberSettings() {
  const t = useTranslations("workspaces.members");
  const tPeople = useTranslations("workspaces.people");
  const { dateTime } = useFormatter();
  const { id } = useWorkspace();
  const members = useReplica((replica) => replica.members[id]);
  const profiles = useReplica((replica) => replica.profiles);
  const titleOf = useRoleTitle();
  const [query, setQuery] = useState("");
  const [edited, setEdited] = useState<Row>();
  const rows = useMemo(
    () =>
      Object.entries(members ?? {})
        .flatMap(([accountId, { roles, joinedAt }]) => {
          const profile = profiles[accountId];
          return profile ? [{ id: accountId, name: profile.name, handle: profile.handle, roles, joinedAt }] : [];
        })
        .sort((a, b) => a.name.localeCompare(b.name)),
    [members, profiles],
  );
  const found = rank(query, rows, ({ name, handle }) => [name, handle], mostShown);
  const isPhone = useIsPhone();
  const menuOf = (row: Row) => <MemberMenu row={row} onEdit={() => setEdited(row)} />;
  return (
    <div className="flex flex-col gap-4">
      <SearchField label={tPeople("search")} value={query} onValueChange={setQuery} />
      {isPhone && found.length > 0 ? (
        <MemberList label={t("title")} rows={found} titleOf={titleOf} menuOf={menuOf} />
      ) : (
        <Table
          label={t("title")}
          rows={found}
          rowKey={(row) => row.id}
          empty={<p className="py-8 text-center text-ink-muted">{tPeople("nobody", { query })}</p>}
          columns={[
            {
              key: "person",
              header: t("person"),
              // Takes what the others leave, and is cut where that is too little.
              className: "w-full max-w-0",
              cell: (row) => (
                <span className="flex items-center gap-2.5">
                  <AccountAvatar accountId={row.id} size={24} presence />
                  <span className="truncate font-medium">{row.name}</span>
                  <bdi className="min-w-8 truncate text-ink-muted">@{row.handle}</bdi>
                </span>
              ),
            },
            {
              key: "roles",
              header: t("roles"),
              cell: (row) => (
                <span className="flex gap-1">
                  {row.roles.map((role) => (
                    <Tag key={role} tone={role === "owner" ? "accent" : "neutral"}>
                      {titleOf(role)}
                    </Tag>
                  ))}
                </span>
              ),
            },
            {
              key: "joined",
              header: t("joined"),
              align: "end",
              cell: (row) => (
                <span className="whitespace-nowrap text-ink-muted">
                  {dateTime(new Date(row.joinedAt), { dateStyle: "medium" })}
                </span>
              ),
            },
            {
              key: "actions",
              header: <span className="sr-only">{t("actions")}</span>,
              align: "end",
              cell: menuOf,
            },
          ]}
        />
      )}
      {edited && <RolesDialog key={edited.id} row={edited} onClose={() => setEdited(undefined)} />}
    </div>
  );
}

function MemberMenu({ row, onEdit }: { row: Row; onEdit: () => void }) {
  const t = useTranslations("workspaces.members");
  const client = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const { id: workspaceId } = useWorkspace();
  const mayManage = usePermission("role.manage");
  const mayRemove = usePermission("member.remove");
  if (!mayManage && !mayRemove) return null;
  const remove = async () => {
    const { name, id: accountId } = row;
    const question = { title: t("removeAsk", { name }), description: t("removeHint"), action: t("removeAction") };
    if (!(await confirm({ ...question, danger: true }))) return;
    await client.workspaces.removeMember({ workspaceId, accountId }).catch(toast.showProblem);
  };
  return (
    <Menu
      align="end"
      trigger={<IconButton size="small" label={t("change", { name: row.name })} icon={<MoreHorizontal />} />}
    >
      {mayManage && <MenuItem onClick={onEdit}>{t("change", { name: row.name })}</MenuItem>}
      {mayRemove && (
        <MenuItem danger onClick={() => void remove()}>
          {t("remove")}
        </MenuItem>
      )}
    </Menu>
  );
}

function RolesDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const t = useTranslations("workspaces.members");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const all = useReplica((replica) => replica.roles[workspaceId]) ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(row.roles);
  const { submit, pending, problem } = useSubmit(async () => {
    await client.workspaces.setMemberRoles({ workspaceId, accountId: row.id, roles: [...chosen] });
    onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("change", { name: row.name })}
      description={t("changeHint")}
      size="small"
      footer={
        <Button variant="primary" loading={pending} disabled={chosen.length === 0} onClick={() => void submit()}>
          {t("save")}
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        {all.map(({ name, title }) => (
          <Checkbox
            key={name}
            label={title}
            checked={chosen.includes(name)}
            onCheckedChange={(isOn) => setChosen(isOn ? [...chosen, name] : chosen.filter((one) => one !== name))}
          />
        ))}
        <FormProblem problem={problem} />
      </div>
    </Dialog>
  );
}
