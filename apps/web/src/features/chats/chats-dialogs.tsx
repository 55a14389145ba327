import { Suspense } from "react";
import { later } from "../../parts/index.ts";
import { choosing, filling, inserting, keeping, sharing } from "./openers.ts";
import { Insertion } from "./use-prompt/insertion.tsx";

const ChooseDialog = later(() => import("./use-prompt/choose-dialog.tsx"), "ChooseDialog");
const FillDialog = later(() => import("./use-prompt/fill-dialog.tsx"), "FillDialog");
const KeepDialog = later(() => import("./keeping/keep-dialog.tsx"), "KeepDialog");
const ShareDialog = later(() => import("./share/share-dialog.tsx"), "ShareDialog");

/** What is asked about prompts and conversations from anywhere in a workspace. */
export function ChatsDialogs() {
  const choice = choosing.useOpened();
  const filled = filling.useOpened();
  const inserted = inserting.useOpened();
  const shared = sharing.useOpened();
  const kept = keeping.useOpened();
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
