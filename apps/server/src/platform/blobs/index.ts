export { type Blobs, BlobsFull } from "./blobs.ts";
export { createDiskBlobs } from "./disk.ts";
