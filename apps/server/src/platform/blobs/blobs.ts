/** Bytes of any length by keys that we draw. What is given here lies there durably; who may see it is others' to know. */
export type Blobs = {
  /** Writes on into a blob, which is made by the first bytes. */
  open(key: string): Promise<BlobWriter>;
  /** Makes a blob of bytes that are all there; on disk once it resolves. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The same of another blob, as it is then. */
  copy(from: string, to: string): Promise<void>;
  /** Read as far as it is asked for, and only then. Throws at the first read where there is none. */
  read(key: string): Blob;
  /** What is not there is gone. */
  remove(keys: readonly string[]): Promise<void>;
  /** The keys of all blobs, in portions, in no order. */
  keys(): AsyncIterable<readonly string[]>;
  /** When a blob was last written; undefined where there is none. */
  findChangedAt(key: string): Promise<Date | undefined>;
};

type BlobWriter = {
  write(offset: number, bytes: Uint8Array): Promise<void>;
  /** Everything written so far is on disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
};

/** There is no room left where the blobs lie. */
export class BlobsFull extends Error {
  constructor(cause: unknown) {
    super("There is no room left for files", { cause });
  }
}
