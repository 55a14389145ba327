import { Suspense, useMemo } from "react";
import { useTranslations } from "use-intl";
import { useCommands } from "../commands/index.ts";
import { useFeatures } from "../feature.ts";
import { PanelFrame } from "./panel-frame.tsx";
import { usePanel } from "./use-panel.ts";

/** Beside the page where there is room, above it on a phone. */
export function SidePanel() {
  const panel = usePanel();
  const features = useFeatures();
  const { open } = panel;
  if (!open) return null;
  const Content = features.map(({ panels }) => panels?.[open.kind]).find(Boolean);
  if (!Content) return null;
  return (
    <aside className="fixed inset-0 z-20 flex flex-col bg-surface md:static md:w-96 md:shrink-0 md:border-line md:border-s lg:w-104">
      <CloseByKey />
      <Suspense fallback={<PanelFrame title="">{null}</PanelFrame>}>
        <Content key={`${open.kind}:${open.subject}`} subject={open.subject} />
      </Suspense>
    </aside>
  );
}

function CloseByKey() {
  const t = useTranslations("shell");
  const { close } = usePanel();
  useCommands(
    useMemo(
      () => [
        {
          id: "shell.close_panel",
          title: t("panel.close"),
          group: t("group"),
          keys: "escape",
          whileWriting: true,
          run: close,
        },
      ],
      [t, close],
    ),
  );
  return null;
}
