import { useFormatter, useTranslations } from "use-intl";
import type { Bar } from "./bar.ts";

/** What a chart draws, in words and numbers, for who does not see it or wants to know exactly. */
export function ChartNumbers({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const t = useTranslations("ui.chart");
  const { number } = useFormatter();
  return (
    <details className="text-xs">
      <summary className="w-fit rounded-xs text-ink-muted hover:text-ink">{t("numbers", { title })}</summary>
      <table className="mt-1 w-full">
        <caption className="sr-only">{title}</caption>
        <tbody>
          {bars.map(({ key, label, value }) => (
            <tr key={key} className="border-line border-b last:border-b-0">
              <th scope="row" className="py-1 text-start font-normal text-ink-muted">
                {label}
              </th>
              <td className="py-1 text-end tabular-nums">{number(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
