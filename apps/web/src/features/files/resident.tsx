import { lazy, Suspense } from "react";
import { useDropsRefused } from "./use-drops-refused.ts";
import { viewing } from "./viewing.ts";

const Lightbox = lazy(async () => ({ default: (await import("./lightbox/lightbox.tsx")).Lightbox }));

export function FilesResident() {
  useDropsRefused();
  const viewed = viewing.useOpened();
  return <Suspense>{viewed && <Lightbox {...viewed} onClose={viewing.close} />}</Suspense>;
}
