import { useTranslations } from "use-intl";
import { type Way, wayIcons } from "./ways.ts";

const firstWays = ["mcp", "openapi", "operations"] as const;

/** Teaches what can be connected, where nothing is yet. */
export function FirstSteps({ onChoose }: { onChoose: (way: Way) => void }) {
  const t = useTranslations("tools");
  return (
    <section aria-labelledby="first-steps" className="rounded-lg border border-line border-dashed p-5">
      <h2 id="first-steps" className="font-semibold text-base">
        {t("sources.none")}
      </h2>
      <p className="mt-1 max-w-prose text-pretty text-ink-muted text-sm">{t("sources.noneHint")}</p>
      <ul className="mt-4 grid gap-2 sm:grid-cols-3">
        {firstWays.map((way) => {
          const Icon = wayIcons[way];
          return (
            <li key={way}>
              <button
                type="button"
                onClick={() => onChoose(way)}
                className="flex size-full flex-col items-start gap-1 rounded-lg border border-line bg-surface p-3 text-start transition-colors hover:border-line-strong hover:bg-hover"
              >
                <Icon aria-hidden="true" className="mb-1 size-5 text-accent" />
                <span className="font-medium text-sm">{t(`ways.${way}`)}</span>
                <span className="text-ink-muted text-xs">{t(`wayHints.${way}`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
