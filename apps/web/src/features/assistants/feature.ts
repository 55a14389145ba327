import { later } from "../../parts/index.ts";
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
    sources: later(() => import("./run/sources-panel.tsx"), "SourcesPanel"),
    help: later(() => import("./help/help-panel.tsx"), "HelpPanel"),
  },
};
