// What the composer has for files comes once the first screen stands: nobody attaches anything before that.
import { later, WhenIdle } from "../../parts/index.ts";
import type { FileShelfProps, FileToolsProps, KeptFilesProps } from "./composer/props.ts";

const Tools = later(() => import("./composer/composer-files.tsx"), "FileTools");
const Shelf = later(() => import("./composer/composer-files.tsx"), "FileShelf");
const Kept = later(() => import("./composer/composer-files.tsx"), "KeptFiles");

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

/** Files of a message that go with another one, too. */
export const KeptFiles = (props: KeptFilesProps) => (
  <WhenIdle>
    <Kept {...props} />
  </WhenIdle>
);
