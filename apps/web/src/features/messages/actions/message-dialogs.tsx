import { Suspense } from "react";
import { laterSpoken } from "../../../i18n/index.ts";
import { later } from "../../../parts/index.ts";
import { useNoticesClosed } from "../reading/use-notices-closed.ts";
import { acting, explaining, history, moving, reacting } from "./openers.ts";

const ReactionPicker = later(() => import("./reaction-picker.tsx"), "ReactionPicker");
const MoveDialog = laterSpoken("messages", () => import("./move-dialog.tsx"), "MoveDialog");
const HistoryDialog = laterSpoken("messages", () => import("./history-dialog.tsx"), "HistoryDialog");
const ExplainDialog = laterSpoken("messages", () => import("./explain-dialog.tsx"), "ExplainDialog");
const ActionSheet = later(() => import("./action-sheet.tsx"), "ActionSheet");

/** The dialogs about messages, wherever they are opened from. */
export function MessageDialogs() {
  const reaction = reacting.useOpened();
  const moved = moving.useOpened();
  const looked = history.useOpened();
  const explained = explaining.useOpened();
  const acted = acting.useOpened();
  useNoticesClosed();
  return (
    <Suspense>
      {reaction && <ReactionPicker {...reaction} onClose={reacting.close} />}
      {moved && <MoveDialog message={moved} onClose={moving.close} />}
      {looked && <HistoryDialog message={looked} onClose={history.close} />}
      {explained && <ExplainDialog roomId={explained.roomId} onClose={explaining.close} />}
      {acted && <ActionSheet {...acted} onClose={acting.close} />}
    </Suspense>
  );
}
