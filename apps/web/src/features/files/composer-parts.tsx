// What the composer has for files comes once the first screen stands: nobody attaches anything before that.
import { later, WhenIdle } from "../../parts/index.ts";
import type { FileShelfProps, FileToolsProps } from "./composer/props.ts";

const Tools = later(() => import("./composer/composer-files.tsx"), "FileTools");
const Shelf = later(() => import("./composer/composer-files.tsx"), "FileShelf");

/** The buttons that attach files and record a voice note. */
export const FileTools = (props: FileToolsProps) => (
  <WhenIdle>
    <Tools {...props} />
  </WhenIdle>
);

/** What lies beside the draft; and where files are dropped and pasted. */
export const FileShelf = (props: FileShelfProps) => (
  <WhenIdle>
    <Shelf {...props} />
  </WhenIdle>
);
