import { type FormEvent, type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { Dialog, DialogClose } from "./dialog.tsx";
import { FormProblem } from "./form-problem.tsx";
import type { ProblemText } from "./problem.ts";

type Props = {
  title: ReactNode;
  description?: ReactNode;
  /** The verb of what is done: "Create channel". */
  action: string;
  isDanger?: boolean;
  disabled?: boolean;
  pending: boolean;
  problem: ProblemText | undefined;
  onSubmit: (event: FormEvent) => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog: what went wrong above, the buttons below. */
export function FormDialog(props: Props) {
  const {
    title,
    description,
    action,
    isDanger,
    disabled = false,
    pending,
    problem,
    onSubmit,
    onClose,
    children,
  } = props;
  const t = useTranslations("ui.dialog");
  const id = useId();
  return (
    <Dialog
      open
      isForm
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      footer={
        <>
          <DialogClose render={<Button>{t("cancel")}</Button>} />
          <Button
            type="submit"
            form={id}
            variant={isDanger ? "danger" : "primary"}
            loading={pending}
            disabled={disabled}
          >
            {action}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
        <FormProblem problem={problem} />
        {children}
      </form>
    </Dialog>
  );
}
