import type { ReactNode } from "react";
import { Tag } from "../../../ui/tag.tsx";
import { AccountAvatar } from "../../accounts/index.ts";

type ListedMember = { id: string; name: string; handle: string; roles: readonly string[] };

type MemberListProps<Row extends ListedMember> = {
  label: string;
  rows: readonly Row[];
  titleOf: (role: string) => string;
  menuOf: (row: Row) => ReactNode;
};

/** On a phone: one below the other, with what they are beneath the name. */
export function MemberList<Row extends ListedMember>({ label, rows, titleOf, menuOf }: MemberListProps<Row>) {
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-lg border border-line bg-surface">
      {rows.map((row) => (
        <li key={row.id} className="flex items-center gap-3 py-2 ps-3 pe-1">
          <AccountAvatar accountId={row.id} size={36} presence />
          <div className="min-w-0 flex-1">
            <p className="truncate font-medium text-sm">
              <bdi>{row.name}</bdi> <bdi className="font-normal text-ink-muted">@{row.handle}</bdi>
            </p>
            <p className="mt-0.5 flex flex-wrap gap-1">
              {row.roles.map((role) => (
                <Tag key={role} tone={role === "owner" ? "accent" : "neutral"}>
                  {titleOf(role)}
                </Tag>
              ))}
            </p>
          </div>
          {menuOf(row)}
        </li>
      ))}
    </ul>
  );
}
