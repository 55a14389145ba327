import { useTranslations } from "use-intl";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";

/** Says that somebody else changed what one is writing, and asks whose text stays. */
export function ChangedMeanwhile({ onKeep, onTake }: { onKeep: () => void; onTake: () => void }) {
  const t = useTranslations("chats.promptForm");
  return (
    <Banner
      tone="warning"
      className="rounded-md"
      actions={
        <>
          <Button size="small" onClick={onKeep}>
            {t("keepMine")}
          </Button>
          <Button size="small" variant="ghost" onClick={onTake}>
            {t("takeTheirs")}
          </Button>
        </>
      }
    >
      {t("stale")}
    </Banner>
  );
}

type VisibilityProps = { shared: boolean; mayShare: boolean; onChange: (shared: boolean) => void };

export function VisibilityChoice({ shared, mayShare, onChange }: VisibilityProps) {
  const t = useTranslations("chats.promptForm");
  return (
    <RadioGroup
      label={t("visibility")}
      value={shared ? "shared" : "private"}
      onValueChange={(next) => onChange(next === "shared")}
      options={[
        { value: "private", label: t("private"), hint: t("privateHint") },
        {
          value: "shared",
          label: t("shared"),
          hint: mayShare ? t("sharedHint") : t("mayNotShare"),
          disabled: !mayShare,
        },
      ]}
    />
  );
}
