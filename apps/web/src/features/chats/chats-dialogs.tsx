import { lazy, Suspense } from "react";
import { choosing, filling, inserting, keeping, sharing } from "./openers.ts";
import { Insertion } from "./use-prompt/insertion.tsx";
import { usePromptCommands } from "./use-prompt/use-prompt-commands.ts";

const ChooseDialog = lazy(async () => ({ default: (await import("./use-prompt/choose-dialog.tsx")).ChooseDialog }));
const FillDialog = lazy(async () => ({ default: (await import("./use-prompt/fill-dialog.tsx")).FillDialog }));
const KeepDialog = lazy(async () => ({ default: (await import("./keeping/keep-dialog.tsx")).KeepDialog }));
const ShareDialog = lazy(async () => ({ default: (await import("./share/share-dialog.tsx")).ShareDialog }));

/** What can be done with prompts and conversations from anywhere in a workspace, and the dialogs of it. */
export function ChatsDialogs() {
  const choice = choosing.useOpened();
  const filled = filling.useOpened();
  const inserted = inserting.useOpened();
  const shared = sharing.useOpened();
  const kept = keeping.useOpened();
  usePromptCommands();
  return (
    <Suspense>
      {choice && <ChooseDialog {...choice} onClose={choosing.close} />}
      {filled && <FillDialog key={filled.prompt.id} {...filled} onClose={filling.close} />}
      {inserted && <Insertion {...inserted} onDone={inserting.close} />}
      {kept && <KeepDialog {...kept} onClose={keeping.close} />}
      {shared && <ShareDialog {...shared} onClose={sharing.close} />}
    </Suspense>
  );
}
