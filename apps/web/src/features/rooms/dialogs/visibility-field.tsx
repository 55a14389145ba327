import type { rooms } from "@althing/contract";
import { Hash, Lock } from "lucide-react";
import { useTranslations } from "use-intl";
import { RadioGroup } from "../../../ui/radio-group.tsx";

type Props = { value: rooms.RoomVisibility; onValueChange: (value: rooms.RoomVisibility) => void };

/** Who may find and join a channel. */
export function VisibilityField(props: Props) {
  const t = useTranslations("rooms.form");
  return (
    <RadioGroup
      {...props}
      label={t("visibility")}
      options={[
        { value: "public", label: t("public"), hint: t("publicHint"), icon: <Hash /> },
        { value: "private", label: t("private"), hint: t("privateHint"), icon: <Lock /> },
      ]}
    />
  );
}
