import { SpokenLater } from "../../../i18n/index.ts";
import type { FileShelfProps, FileToolsProps } from "./props.ts";
import { Shelf } from "./shelf.tsx";
import { Tools } from "./tools.tsx";

export const FileTools = (props: FileToolsProps) => (
  <SpokenLater namespace="files">
    <Tools {...props} />
  </SpokenLater>
);

export const FileShelf = (props: FileShelfProps) => (
  <SpokenLater namespace="files">
    <Shelf {...props} />
  </SpokenLater>
);
