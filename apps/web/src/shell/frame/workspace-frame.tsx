import { Outlet, useLoaderData, useMatch, useNavigate, useParams } from "@tanstack/react-router";
import { use, useEffect } from "react";
import { useConnection, useReplica, useWorkspace, WorkspaceContext } from "../../connection/index.ts";
import { catalogueOf, chooseLanguage } from "../../i18n/index.ts";
import { Announcer } from "../announcer.tsx";
import { setAppearance } from "../appearance.ts";
import { CommandsProvider, Shortcuts } from "../commands/index.ts";
import { FeaturesContext } from "../feature.ts";
import { forgetPlace, rememberPlace } from "../last-place.ts";
import { Palette } from "../palette/palette.tsx";
import { SidePanel } from "../panel/index.ts";
import { ConnectionBanner } from "./connection-banner.tsx";
import { Sidebar } from "./sidebar.tsx";

/** A workspace on screen: sidebar, page, side panel. On a phone one of them at a time. */
export function WorkspaceFrame() {
  const { slug } = useParams({ from: "/w/$slug" });
  // The route's loader has waited for it already.
  const workspace = use(useConnection().openWorkspace(slug));
  const { features } = useLoaderData({ from: "/w/$slug" });
  const isHome = useMatch({ from: "/w/$slug/", shouldThrow: false }) !== undefined;
  useEffect(() => rememberPlace(slug), [slug]);
  return (
    <WorkspaceContext value={workspace} key={workspace.id}>
      <FeaturesContext value={features}>
        <CommandsProvider>
          <Announcer>
            <Preferences />
            <WayOut slug={slug} />
            <div className="relative flex h-dvh flex-col overflow-clip bg-canvas text-ink">
              <ConnectionBanner />
              <div className="flex min-h-0 flex-1">
                <Sidebar className={isHome ? "flex" : "hidden md:flex"} />
                <div className={isHome ? "flex min-w-0 md:flex-1" : "flex min-w-0 flex-1"}>
                  <Outlet />
                </div>
                <SidePanel />
              </div>
            </div>
            <Palette />
            <Shortcuts />
            {features.map(({ name, Resident }) => Resident && <Resident key={name} />)}
          </Announcer>
        </CommandsProvider>
      </FeaturesContext>
    </WorkspaceContext>
  );
}

/** The account's preferences reach this device. */
function Preferences() {
  const preferences = useReplica((replica) => replica.preferences);
  useEffect(() => {
    if (!preferences) return;
    const { theme, density } = preferences;
    const language = chooseLanguage(preferences.language, navigator.languages);
    setAppearance({ theme, density });
    void catalogueOf(language).then(() => setAppearance({ language }));
  }, [preferences]);
  return null;
}

/** Leads elsewhere who is no member here any more. */
function WayOut({ slug }: { slug: string }) {
  const { id } = useWorkspace();
  const connection = useConnection();
  const navigate = useNavigate();
  const isMember = useReplica(({ workspaces }) => id in workspaces);
  useEffect(() => {
    if (isMember) return;
    forgetPlace();
    void connection.leaveWorkspace(slug).then(() => navigate({ to: "/" }));
  }, [isMember, connection, navigate, slug]);
  return null;
}
