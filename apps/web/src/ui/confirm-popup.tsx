import { AlertDialog as Part } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";

export type Question = {
  title: ReactNode;
  description?: ReactNode;
  /** The verb of what happens: "Delete message", not "OK". */
  action: string;
  cancel?: string;
  danger?: boolean;
};

type ConfirmPopupProps = { question: Question; open: boolean; onAnswer: (isYes: boolean) => void };

export function ConfirmPopup({ question, open, onAnswer }: ConfirmPopupProps) {
  const t = useTranslations("ui.dialog");
  return (
    <Part.Root open={open} onOpenChange={(next) => !next && onAnswer(false)}>
      <Part.Portal>
        <Part.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-(--duration-calm) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Part.Viewport className="fixed inset-0 z-50 grid place-items-center p-4">
          <Part.Popup className="w-full max-w-sm rounded-xl bg-raised p-5 shadow-dialog outline-none transition-[opacity,scale] duration-(--duration-calm) data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0">
            <Part.Title className="font-semibold text-lg">{question.title}</Part.Title>
            {question.description && (
              <Part.Description className="mt-1 text-ink-muted">{question.description}</Part.Description>
            )}
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <Part.Close render={<Button>{question.cancel ?? t("cancel")}</Button>} />
              <Button variant={question.danger ? "danger" : "primary"} onClick={() => onAnswer(true)}>
                {question.action}
              </Button>
            </div>
          </Part.Popup>
        </Part.Viewport>
      </Part.Portal>
    </Part.Root>
  );
}
