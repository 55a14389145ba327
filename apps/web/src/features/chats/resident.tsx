import { later, WhenIdle } from "../../parts/index.ts";
import { usePromptCommands } from "./use-prompt/use-prompt-commands.ts";

const ChatsDialogs = later(() => import("./chats-dialogs.tsx"), "ChatsDialogs");

/** Its dialogs come after the first screen, which needs none of them. */
export function ChatsResident() {
  usePromptCommands();
  return (
    <WhenIdle>
      <ChatsDialogs />
    </WhenIdle>
  );
}
