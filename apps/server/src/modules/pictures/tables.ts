import type { ColumnType } from "kysely";

/** Named by the SHA-256 of their bytes, in lower-case hexadecimal. */
export type PicturesTable = {
  hash: string;
  /** WebP, drawn by us. */
  bytes: ColumnType<Buffer<ArrayBuffer>, Buffer>;
  /** When it was last given; one that nobody shows is deleted some time after. */
  kept_at: Date;
};

export type PictureTables = { pictures: PicturesTable };
