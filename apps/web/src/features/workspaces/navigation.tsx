import { Link, useMatch, useParams } from "@tanstack/react-router";
import { Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { ListRow } from "../../ui/list-row.tsx";

export function PeopleLine() {
  const t = useTranslations("workspaces.people");
  const { slug } = useParams({ from: "/w/$slug" });
  const isHere = useMatch({ from: "/w/$slug/people", shouldThrow: false }) !== undefined;
  return (
    <ListRow leading={<Users />} selected={isHere} render={<Link to="/w/$slug/people" params={{ slug }} />}>
      {t("title")}
    </ListRow>
  );
}
