import { Link, useMatch, useParams } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { useTranslations } from "use-intl";
import { ListRow } from "../../ui/list-row.tsx";

/** The way to all channels. */
export function BrowseLine() {
  const t = useTranslations("rooms.sidebar");
  const { slug } = useParams({ from: "/w/$slug" });
  const isHere = useMatch({ from: "/w/$slug/browse", shouldThrow: false }) !== undefined;
  return (
    <ListRow leading={<Compass />} selected={isHere} render={<Link to="/w/$slug/browse" params={{ slug }} />}>
      {t("browse")}
    </ListRow>
  );
}
