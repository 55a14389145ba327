import { later } from "../../parts/index.ts";
import type { Feature } from "../../shell/index.ts";
import { provideDraftSign } from "../rooms/index.ts";
import { MessageDialogs } from "./actions/message-dialogs.tsx";
import { useHasDraft } from "./composer/drafts/use-draft.ts";
import { MessagesNavigation } from "./navigation.tsx";

provideDraftSign(useHasDraft);

export const messagesFeature: Feature = {
  name: "messages",
  Navigation: MessagesNavigation,
  Resident: MessageDialogs,
  panels: {
    thread: later(() => import("./thread/thread-panel.tsx"), "ThreadPanel"),
    pins: later(() => import("./pins/pins-panel.tsx"), "PinsPanel"),
  },
};
