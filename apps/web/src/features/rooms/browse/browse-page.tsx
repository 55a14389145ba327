import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import { Page } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Tabs } from "../../../ui/tabs.tsx";
import { usePermission } from "../../workspaces/index.ts";
import { roomDialog } from "../dialogs/openers.ts";
import { ArchivedRooms } from "./archived-rooms.tsx";
import { PublicChannels } from "./public-channels.tsx";

/** Finds rooms to join, and archived ones to look something up. */
export function BrowsePage() {
  const t = useTranslations("rooms.browse");
  const { tab } = useSearch({ from: "/w/$slug/browse" });
  const navigate = useNavigate();
  const mayCreate = usePermission("room.create");
  return (
    <Page
      title={t("title")}
      actions={
        mayCreate && (
          <Button icon={<Plus />} onClick={() => roomDialog.open({ kind: "new-channel" })}>
            {t("newChannel")}
          </Button>
        )
      }
    >
      <div className="thin-scroll min-h-0 flex-1 overflow-y-auto">
        <Tabs
          className="mx-auto w-full max-w-3xl px-4 pt-2 pb-10"
          label={t("title")}
          value={tab ?? "public"}
          onValueChange={(next) =>
            void navigate({
              to: ".",
              search: (search) => ({ ...search, tab: next === "archived" ? next : undefined }),
              replace: true,
            })
          }
          tabs={[
            { value: "public", label: t("public"), content: <PublicChannels /> },
            { value: "archived", label: t("archived"), content: <ArchivedRooms /> },
          ]}
        />
      </div>
    </Page>
  );
}
