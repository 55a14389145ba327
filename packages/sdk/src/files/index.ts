export { attachmentOf, type Upload, uploadFile } from "./upload-file.ts";
