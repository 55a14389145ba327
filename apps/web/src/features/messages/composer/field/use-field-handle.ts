import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { Edit } from "../editing/passage.ts";
import { enterField, type FieldHandle, leaveField } from "./field-handle.ts";

type Parts = {
  field: RefObject<HTMLTextAreaElement | null>;
  apply: (edit: Edit) => boolean;
  togglePreview: () => void;
};

/** The same object for the field's whole life, though what it calls is made anew at each rendering. */
export function useFieldHandle(parts: Parts): FieldHandle & { enter: () => void } {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  const handle = useMemo(() => {
    const made: FieldHandle = {
      focus: () => latest.current.field.current?.focus(),
      apply: (edit) => void latest.current.apply(edit),
      togglePreview: () => latest.current.togglePreview(),
    };
    return { ...made, enter: () => enterField(made), leave: () => leaveField(made) };
  }, []);
  useEffect(() => handle.leave, [handle]);
  return handle;
}
