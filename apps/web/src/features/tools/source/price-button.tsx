import { useState } from "react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { classes } from "../../../ui/classes.ts";
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx";
import { useDollars } from "../../models/index.ts";
import { PriceDialog } from "./price-dialog.tsx";

type Props = { pattern: string; name: string; className?: string };

/** What a call costs, and where that is said: of a tool, or as `source__*` of all tools of a source that have no own price. */
export function PriceButton({ pattern, name, className }: Props) {
  const t = useTranslations("tools.price");
  const dollars = useDollars();
  const { id } = useWorkspace();
  const prices = useReplica((replica) => replica.toolPrices[id]);
  const [isChanging, setChanging] = useState(false);
  const price = prices?.find((one) => one.pattern === pattern)?.micros;
  return (
    <>
      <Button
        size="small"
        variant="ghost"
        className={classes("shrink-0 text-ink-muted", className)}
        onClick={() => setChanging(true)}
      >
        {price === undefined ? t("none") : t("of", { price: dollars(price) })}
        <VisuallyHidden>. {t("change", { name })}</VisuallyHidden>
      </Button>
      {isChanging && <PriceDialog pattern={pattern} name={name} price={price} onClose={() => setChanging(false)} />}
    </>
  );
}
