// The field in which someone wrote last: formats reach it, from wherever they are called.
import type { Edit } from "../editing/passage.ts";

export type FieldHandle = {
  focus(): void;
  apply(edit: Edit): void;
  togglePreview(): void;
};

let last: FieldHandle | undefined;

export const enterField = (handle: FieldHandle): void => {
  last = handle;
};
export const leaveField = (handle: FieldHandle): void => {
  if (last === handle) last = undefined;
};
export const lastField = (): FieldHandle | undefined => last;
