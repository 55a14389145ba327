import type { ErrorDef } from "@althing/contract";
import { isProblem } from "@althing/sdk";
import { useState } from "react";
import { useSubmit } from "../../../ui/use-submit.ts";

/** What is wrong with fields, in the shape in which the server says it too. */
class FieldsWrong extends Error {
  readonly fields: readonly { pointer: string; message: string }[];

  constructor(complaints: readonly (readonly [name: string, message: string])[]) {
    super("Some fields are wrong");
    this.fields = complaints.map(([name, message]) => ({ pointer: `/${name}`, message }));
  }
}

/** Refuses a form before it is sent: each complaint is a sentence, or false where its field is fine. */
export function requireFields(complaints: Record<string, string | false>): void {
  const wrong = Object.entries(complaints).filter((complaint): complaint is [string, string] => complaint[1] !== false);
  if (wrong.length > 0) throw new FieldsWrong(wrong);
}

/** For `catch`: shows a failure of the server at the field it is about. */
export const pointAt =
  <Code extends string, Data>(failure: ErrorDef<Code, Data>, name: string, message: string) =>
  (problem: unknown): never => {
    throw isProblem(problem, failure) ? new FieldsWrong([[name, message]]) : problem;
  };

/** A form by its fields' names: what stands in each, what is wrong with it, and sending all of them. */
export function useFields<Name extends string>(
  initial: Readonly<Record<Name, string>>,
  send: (values: Readonly<Record<Name, string>>) => Promise<unknown>,
) {
  const [values, setValues] = useState(initial);
  const [sent, setSent] = useState(initial);
  const form = useSubmit(() => {
    setSent(values);
    return send(values);
  });
  const field = (name: Name) => ({
    name,
    value: values[name],
    // A complaint is about what was sent, and goes when something else stands there.
    error: values[name] === sent[name] ? form.fieldErrors[name] : undefined,
    onValueChange: (value: string) => setValues((all) => ({ ...all, [name]: value })),
  });
  return { ...form, field, values, setValues };
}
