import { lazy } from "react";
import type { Feature } from "../../shell/index.ts";
import { extendMessages } from "./extension.tsx";
import { AssistantsLine } from "./navigation.tsx";
import { AssistantsResident } from "./resident.tsx";
import { useAssistantFinder } from "./use-assistant-finder.tsx";

extendMessages();

export const assistantsFeature: Feature = {
  name: "assistants",
  Navigation: AssistantsLine,
  Resident: AssistantsResident,
  useFinder: useAssistantFinder,
  panels: {
    sources: lazy(async () => ({ default: (await import("./run/sources-panel.tsx")).SourcesPanel })),
    help: lazy(async () => ({ default: (await import("./help/help-panel.tsx")).HelpPanel })),
  },
};
