import { Combobox } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown } from "lucide-react";
import { useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Field } from "../../../../ui/field.tsx";
import { useNow } from "../../../../ui/use-now.ts";

type TimeZoneFieldProps = {
  value: string | null;
  onValueChange: (timeZone: string | null) => void;
  error: string | undefined;
};

/** `America/Argentina/Buenos_Aires` → `America / Argentina / Buenos Aires` */
const nameOf = (timeZone: string): string => timeZone.replaceAll("/", " / ").replaceAll("_", " ");

/** One of the world's time zones, found by typing. */
export function TimeZoneField({ value, onValueChange, error }: TimeZoneFieldProps) {
  const t = useTranslations("accounts.profileSettings");
  const { dateTime } = useFormatter();
  const now = useNow();
  const zones = useMemo(
    () => [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), ...(value ? [value] : [])])],
    [value],
  );
  return (
    <Field label={t("timeZone")} hint={t("timeZoneHint")} error={error}>
      <Combobox.Root items={zones} value={value} onValueChange={onValueChange} itemToStringLabel={nameOf}>
        <Combobox.InputGroup className="field-frame flex h-control items-center gap-2 px-2.5 text-sm">
          <Combobox.Input
            className="h-full w-full min-w-0 bg-transparent outline-none"
            placeholder={t("timeZoneSearch")}
          />
          <Combobox.Trigger
            aria-label={t("timeZone")}
            className="-me-1 grid size-6 shrink-0 place-items-center text-ink-faint"
          >
            <ChevronsUpDown aria-hidden="true" className="size-3.5" />
          </Combobox.Trigger>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={4} className="z-50">
            <Combobox.Popup className="popup thin-scroll max-h-[min(var(--available-height),20rem)] w-(--anchor-width) overflow-y-auto p-1">
              <Combobox.Empty className="px-2 py-3 text-ink-muted text-sm empty:hidden">
                {t("timeZoneNone")}
              </Combobox.Empty>
              <Combobox.List>
                {(timeZone: string) => (
                  <Combobox.Item key={timeZone} value={timeZone} className="choice">
                    <span className="min-w-0 flex-1 truncate">{nameOf(timeZone)}</span>
                    <span className="text-ink-muted text-xs tabular-nums">
                      {dateTime(now, { timeZone, hour: "numeric", minute: "2-digit" })}
                    </span>
                    <Combobox.ItemIndicator className="text-accent">
                      <Check className="size-4" />
                    </Combobox.ItemIndicator>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </Field>
  );
}
