import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Button } from "../../../ui/button.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import type { ProblemText } from "../../../ui/problem.ts";

type OutsideFormProps = {
  form: {
    submit(event: FormEvent): Promise<void>;
    pending: boolean;
    problem?: ProblemText;
    fieldErrors: Record<string, string>;
  };
  /** What the button says. */
  action: string;
  /** Whether the page has something more important than this form. */
  isSecondary?: boolean;
  children: ReactNode;
};

/** A form with one button. What went wrong is said above it, or at the fields, the first of which gets the focus. */
export function OutsideForm({
  form: { submit, pending, problem, fieldErrors },
  action,
  isSecondary = false,
  children,
}: OutsideFormProps) {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(fieldErrors).length > 0)
      element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [fieldErrors]);
  return (
    <form ref={element} noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormProblem problem={problem} />
      {children}
      <Button
        type="submit"
        variant={isSecondary ? "secondary" : "primary"}
        size="large"
        loading={pending}
        className="mt-1"
      >
        {action}
      </Button>
    </form>
  );
}
