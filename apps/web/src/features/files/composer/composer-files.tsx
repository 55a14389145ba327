import { spokenLater } from "../../../i18n/index.ts";
import { Shelf } from "./shelf.tsx";
import { Tools } from "./tools.tsx";

export const FileTools = spokenLater("files", Tools);
export const FileShelf = spokenLater("files", Shelf);
