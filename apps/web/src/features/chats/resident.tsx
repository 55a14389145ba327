import { lazy, Suspense } from "react";
import { whenIdle } from "../../ui/when-idle.ts";

const ChatsDialogs = lazy(async () => {
  await whenIdle();
  return { default: (await import("./chats-dialogs.tsx")).ChatsDialogs };
});

/** Comes after the first screen, which needs none of it. */
export const ChatsResident = () => (
  <Suspense>
    <ChatsDialogs />
  </Suspense>
);
