import { useTranslations } from "use-intl";
import { useFeatures } from "../feature.ts";

/** Filled by the features: who and where at the top, lines, sections, and a foot. */
export function Sidebar({ className }: { className: string }) {
  const t = useTranslations("shell");
  const features = useFeatures();
  return (
    <nav
      aria-label={t("sidebar.label")}
      className={`${className} w-full shrink-0 flex-col border-line border-e bg-sunken md:w-64`}
    >
      {features.map(({ name, Head }) => Head && <Head key={name} />)}
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-2 py-2">
        <div className="flex flex-col">
          {features.map(({ name, Navigation }) => Navigation && <Navigation key={name} />)}
        </div>
        {features.map(({ name, Sections }) => Sections && <Sections key={name} />)}
      </div>
      {features.map(({ name, Foot }) => Foot && <Foot key={name} />)}
    </nav>
  );
}
