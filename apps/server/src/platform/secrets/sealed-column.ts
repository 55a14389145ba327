import type { Secrets } from "./secrets.ts";

type SealedColumnOptions = {
  readonly table: string;
  readonly column: string;
  /** The columns that name a row, of unique values; with the workspace's among them, a text cannot be moved to another workspace. */
  readonly key?: readonly string[];
};

/** The values of the columns that name a row, in their order. */
export type RowName = readonly string[];

/** A column of sealed texts. A module lists its own in its door, so that a rotation of keys finds them. */
export type SealedColumn = Required<SealedColumnOptions> & {
  readonly purpose: string;
  /** What a text of this row is bound to. */
  placeOf(row: RowName): string;
  seal(secrets: Pick<Secrets, "seal">, row: RowName | string, plaintext: string): string;
  open(secrets: Pick<Secrets, "open">, row: RowName | string, sealed: string): string;
};

/** `table|row|column`: what is sealed for a column of a row opens nowhere else. */
export function defineSealed(
  purpose: string,
  { table, column, key = ["id"] }: SealedColumnOptions,
  placeOf: SealedColumn["placeOf"] = (row) => [table, ...row.map(encodeURIComponent), column].join("|"),
): SealedColumn {
  const place = (row: RowName | string) => placeOf(typeof row === "string" ? [row] : row);
  return {
    purpose,
    table,
    column,
    key,
    placeOf,
    seal: (secrets, row, plaintext) => secrets.seal(purpose, plaintext, place(row)),
    open: (secrets, row, sealed) => secrets.open(purpose, sealed, place(row)),
  };
}
