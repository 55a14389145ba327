import { listedRooms } from "@althing/sdk";
import { Link, useParams } from "@tanstack/react-router";
import { MessageCircle, Sparkles, UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../connection/index.ts";
import { Page } from "../../shell/index.ts";
import { Button } from "../../ui/button.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { DemoButton } from "./demo/demo-button.tsx";
import { useInvite } from "./invite/use-invite.ts";

/** The first page of a new workspace: what to begin with. */
export function StartPage() {
  const t = useTranslations("workspaces.start");
  const tSwitcher = useTranslations("workspaces.switcher");
  const { slug } = useParams({ from: "/w/$slug" });
  const { id } = useWorkspace();
  const invite = useInvite();
  const workspace = useReplica(({ workspaces }) => workspaces[id]?.name ?? "");
  const firstRoomId = useReplica((replica) => listedRooms(replica).find(({ joined }) => joined)?.id);
  const title = t("title", { workspace });
  return (
    <Page title={title}>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-xl flex-col gap-4 px-4 py-8 md:py-16">
          <p className="mb-2 text-ink-muted text-lg">{t("hint")}</p>
          <Step icon={<UserPlus />} title={t("invite")} hint={t("inviteHint")}>
            <Button variant="primary" onClick={() => invite({})}>
              {tSwitcher("invite")}
            </Button>
          </Step>
          <Step icon={<MessageCircle />} title={t("room")} hint={t("roomHint")}>
            <Button
              render={
                firstRoomId ? (
                  <Link to="/w/$slug/r/$roomId" params={{ slug, roomId: firstRoomId }} />
                ) : (
                  <Link to="/w/$slug" params={{ slug }} />
                )
              }
            >
              {t("roomAction")}
            </Button>
          </Step>
          <Step icon={<Sparkles />} title={t("demo")} hint={t("demoHint")}>
            <DemoButton />
          </Step>
          <p className="mt-4 text-ink-muted text-sm pointer-coarse:hidden">
            {t.rich("keys", { keys: () => <Kbd keys="mod+k" /> })}
          </p>
        </div>
      </div>
    </Page>
  );
}

function Step({ icon, title, hint, children }: { icon: ReactNode; title: string; hint: string; children: ReactNode }) {
  return (
    <section className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-xl border border-line bg-surface p-5">
      <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent [&>svg]:size-5">
        {icon}
      </span>
      <div className="min-w-48 flex-1">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-ink-muted text-sm">{hint}</p>
      </div>
      {children}
    </section>
  );
}
