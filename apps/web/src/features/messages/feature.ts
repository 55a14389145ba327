import { lazy } from "react";
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
    thread: lazy(async () => ({ default: (await import("./thread/thread-panel.tsx")).ThreadPanel })),
    pins: lazy(async () => ({ default: (await import("./pins/pins-panel.tsx")).PinsPanel })),
  },
};
