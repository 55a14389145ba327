import type { ErrorDef, FieldProblem } from "@althing/contract";

/** A declared failure on its way to whoever asked; the transaction it is thrown in leaves nothing. */
export class Failure extends Error {
  constructor(
    readonly def: ErrorDef,
    readonly data: unknown = null,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(def.code);
  }
}

/** Ends the action with a declared failure. */
export function fail<Data>(def: ErrorDef<string, Data>, ...data: undefined extends Data ? [] : [data: Data]): never {
  throw new Failure(def as ErrorDef, data[0] ?? null);
}
