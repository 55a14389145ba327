import { Link, useParams } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../connection/index.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { useTitle } from "../ui/use-title.ts";

type Props = {
  /** What the window and the header say. */
  title: string;
  /** In place of the title, where it is more than text. */
  heading?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** A page of a workspace: its header and what is below. On a phone the header leads back to the sidebar. */
export function Page({ title, heading, actions, children }: Props) {
  const t = useTranslations("shell");
  const { slug } = useParams({ from: "/w/$slug" });
  const { id } = useWorkspace();
  const workspaceName = useReplica(({ workspaces }) => workspaces[id]?.name ?? "");
  useTitle(title, workspaceName);
  return (
    <main className="flex min-h-0 min-w-0 flex-1 flex-col bg-canvas short:overflow-y-auto">
      <header className="flex h-13 shrink-0 items-center gap-2 border-line border-b ps-2 pe-2 md:ps-5 md:pe-3">
        <IconButton
          className="md:hidden"
          label={t("page.back")}
          icon={<ArrowLeft className="rtl:-scale-x-100" />}
          render={<Link to="/w/$slug" params={{ slug }} />}
        />
        <div className="flex min-w-0 flex-1 items-center gap-2">
          {heading ?? <h1 className="truncate font-semibold text-base">{title}</h1>}
        </div>
        {actions}
      </header>
      {children}
    </main>
  );
}
