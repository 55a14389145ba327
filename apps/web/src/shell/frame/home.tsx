import { listedRooms } from "@althing/sdk";
import { Navigate, useParams } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../connection/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useTitle } from "../../ui/use-title.ts";
import { lastPlace } from "../last-place.ts";
import { useIsPhone } from "../use-is-phone.ts";

/** Leads to the room one was in last, or the liveliest; a phone stays at the sidebar. */
export function Home() {
  const t = useTranslations("shell.home");
  const { slug } = useParams({ from: "/w/$slug/" });
  const isPhone = useIsPhone();
  const { id } = useWorkspace();
  const workspaceName = useReplica(({ workspaces }) => workspaces[id]?.name ?? "");
  useTitle(isPhone ? "" : t("none"), workspaceName);
  const roomId = useReplica((replica) => {
    const mine = listedRooms(replica).filter(({ joined, archivedAt }) => joined && archivedAt === null);
    const last = mine.find(({ id }) => id === lastPlace()?.rooms[slug]);
    const liveliest = mine.toSorted((a, b) => (b.lastMessageAt ?? "").localeCompare(a.lastMessageAt ?? ""))[0];
    return (last ?? liveliest)?.id;
  });
  // The sidebar is all that is seen.
  if (isPhone) {
    return (
      <main className="sr-only">
        <h1>{t("title")}</h1>
      </main>
    );
  }
  if (roomId) return <Navigate to="/w/$slug/r/$roomId" params={{ slug, roomId }} replace />;
  return (
    <main className="grid flex-1 place-items-center">
      <EmptyState icon={<Compass />} heading="h1" title={t("none")}>
        {t("noneHint")}
      </EmptyState>
    </main>
  );
}
