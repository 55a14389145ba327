import { Suspense } from "react";
import { later } from "../../parts/index.ts";
import { comparing, rewording } from "./chat/openers.ts";
import { useHelpCommands } from "./help/use-help-commands.ts";

const RewordDialog = later(() => import("./chat/reword-dialog.tsx"), "RewordDialog");

const CompareDialog = later(() => import("./compare/compare-dialog.tsx"), "CompareDialog");

/** What assistants can be asked from anywhere in a workspace, and the dialogs of it. */
export function AssistantsResident() {
  const reworded = rewording.useOpened();
  const compared = comparing.useOpened();
  useHelpCommands();
  return (
    <Suspense>
      {reworded && <RewordDialog {...reworded} onClose={rewording.close} />}
      {compared && <CompareDialog {...compared} onClose={comparing.close} />}
    </Suspense>
  );
}
