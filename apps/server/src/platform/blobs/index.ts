export { type Blobs, BlobsFull, type BlobWriter } from "./blobs.ts";
export { createDiskBlobs } from "./disk.ts";
