import { Suspense } from "react";
import { later, whenIdle } from "../../parts/index.ts";
import { usePromptCommands } from "./use-prompt/use-prompt-commands.ts";

const loadDialogs = async () => {
  await whenIdle();
  return import("./chats-dialogs.tsx");
};
const ChatsDialogs = later(loadDialogs, "ChatsDialogs");

/** Its dialogs come after the first screen, which needs none of them. */
export function ChatsResident() {
  usePromptCommands();
  return (
    <Suspense>
      <ChatsDialogs />
    </Suspense>
  );
}
