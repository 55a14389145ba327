// What the composer has for files comes once the first screen stands: nobody attaches anything before that.
import { Suspense } from "react";
import { later, whenIdle } from "../../parts/index.ts";
import type { FileShelfProps, FileToolsProps } from "./composer/props.ts";

const load = async () => {
  await whenIdle();
  return import("./composer/composer-files.tsx");
};
const Tools = later(load, "FileTools");
const Shelf = later(load, "FileShelf");

/** The buttons that attach files and record a voice note. */
export const FileTools = (props: FileToolsProps) => (
  <Suspense>
    <Tools {...props} />
  </Suspense>
);

/** What lies beside the draft; and where files are dropped and pasted. */
export const FileShelf = (props: FileShelfProps) => (
  <Suspense>
    <Shelf {...props} />
  </Suspense>
);
