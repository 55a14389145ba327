import type { useTranslations } from "use-intl";

/** Shows the whole of an address before anyone goes there. */
export const questionAbout = (address: string, t: ReturnType<typeof useTranslations<"messages">>) => ({
  title: t("inert.title"),
  description: (
    <>
      {t("inert.hint")}
      <bdi
        dir="ltr"
        className="thin-scroll wrap-anywhere mt-3 block max-h-40 overflow-y-auto rounded-md bg-sunken p-2.5 font-mono text-ink text-xs"
      >
        {address}
      </bdi>
    </>
  ),
  action: t("inert.open"),
});
