import { errors } from "@althing/contract";
import { ClientFrame } from "@althing/contract/realtime";
import { Failure } from "../../kernel/failure.ts";

/** A frame as the contract knows it; each wrong field is named. */
export function readFrame(value: unknown): ClientFrame {
  const parsed = ClientFrame.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, code, message }) => ({
    pointer: `/${path.join("/")}`,
    code,
    message,
  }));
  throw new Failure(errors.ValidationFailed, null, fields);
}
