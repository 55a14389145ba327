import { lazy, Suspense } from "react";

const ChatsDialogs = lazy(async () => ({ default: (await import("./chats-dialogs.tsx")).ChatsDialogs }));

/** Comes after the first screen, which needs none of it. */
export const ChatsResident = () => (
  <Suspense>
    <ChatsDialogs />
  </Suspense>
);
