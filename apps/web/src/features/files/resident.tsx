import { Suspense } from "react";
import { later } from "../../parts/index.ts";
import { useDropsRefused } from "./use-drops-refused.ts";
import { viewing } from "./viewing.ts";

const Lightbox = later(() => import("./lightbox/lightbox.tsx"), "Lightbox");

export function FilesResident() {
  useDropsRefused();
  const viewed = viewing.useOpened();
  return <Suspense>{viewed && <Lightbox {...viewed} onClose={viewing.close} />}</Suspense>;
}
