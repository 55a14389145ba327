import { spokenLater } from "../../../i18n/index.ts";
import { Kept } from "./kept-files.tsx";
import { Shelf } from "./shelf.tsx";
import { Tools } from "./tools.tsx";

export const FileTools = spokenLater("files", Tools);
export const FileShelf = spokenLater("files", Shelf);
export const KeptFiles = spokenLater("files", Kept);
