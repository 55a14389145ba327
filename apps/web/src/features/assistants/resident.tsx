import { lazy, Suspense } from "react";
import { rewording } from "./chat/openers.ts";
import { useHelpCommands } from "./help/use-help-commands.ts";

const RewordDialog = lazy(async () => ({ default: (await import("./chat/reword-dialog.tsx")).RewordDialog }));

/** What assistants can be asked from anywhere in a workspace, and the dialogs of it. */
export function AssistantsResident() {
  const reworded = rewording.useOpened();
  useHelpCommands();
  return <Suspense>{reworded && <RewordDialog {...reworded} onClose={rewording.close} />}</Suspense>;
}
