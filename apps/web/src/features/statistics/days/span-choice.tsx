import { useTranslations } from "use-intl";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { type Span, spans } from "./range.ts";

/** How far back one looks. */
export function SpanChoice({ value, onValueChange }: { value: Span; onValueChange: (span: Span) => void }) {
  const t = useTranslations("statistics.span");
  return (
    <SegmentedControl
      label={t("label")}
      value={value}
      onValueChange={onValueChange}
      options={spans.map((span) => ({ value: span, label: t("days", { count: Number(span) }) }))}
    />
  );
}
