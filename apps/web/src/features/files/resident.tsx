import { lazy, Suspense } from "react";
import { viewing } from "./viewing.ts";

const Lightbox = lazy(async () => ({ default: (await import("./lightbox/lightbox.tsx")).Lightbox }));

export function FilesResident() {
  const viewed = viewing.useOpened();
  return <Suspense>{viewed && <Lightbox {...viewed} onClose={viewing.close} />}</Suspense>;
}
