import { useTranslations } from "use-intl";
import { ScrollArea } from "../scroll-area.tsx";
import type { Bar, Part, WriteNumber } from "./bar.ts";

type ChartNumbersProps = {
  title: string;
  bars: readonly Bar[];
  parts: readonly Part[] | undefined;
  write: WriteNumber;
};

const number = "py-1 ps-4 text-end tabular-nums whitespace-nowrap";
const columnName = `${number} font-medium`;

/** What a chart draws, in words and numbers, for who does not see it or wants to know exactly. */
export function ChartNumbers({ title, bars, parts = [], write }: ChartNumbersProps) {
  const t = useTranslations("ui.chart");
  return (
    <details className="text-xs">
      <summary className="w-fit rounded-xs text-ink-muted hover:text-ink">{t("numbers", { title })}</summary>
      <ScrollArea {...(parts.length > 0 && { label: t("numbers", { title }) })}>
        <table className="mt-1 w-full">
          <caption className="sr-only">{title}</caption>
          {parts.length > 0 && (
            <thead>
              <tr className="border-line-strong border-b text-ink-muted">
                <td />
                <th scope="col" className={columnName}>
                  {t("inAll")}
                </th>
                {parts.map(({ key, name }) => (
                  <th key={key} scope="col" className={columnName}>
                    <bdi>{name}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key} className="border-line border-b last:border-b-0">
                <th scope="row" className="whitespace-nowrap py-1 text-start font-normal text-ink-muted">
                  {bar.label}
                </th>
                <td className={number}>{write(bar.value)}</td>
                {parts.map(({ key }, index) => (
                  <td key={key} className={number}>
                    {write(bar.parts?.[index] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </details>
  );
}
