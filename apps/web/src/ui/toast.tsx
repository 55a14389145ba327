import { Toast as Part } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { describeProblem } from "./problem.ts";

type ToastOptions = {
  title: string;
  description?: string;
  tone?: "neutral" | "success" | "danger";
  /** One thing to do about it, such as undo; the toast then goes. */
  action?: { label: string; onClick: () => void };
};

const shownForMs = 6_000;

/** Short words about something that happened: `show` goes by itself, `showProblem` stays until it is closed. */
export function useToast() {
  const { add, close } = Part.useToastManager();
  const t = useTranslations("ui");
  return useMemo(() => {
    const show = ({ title, description, tone = "neutral", action }: ToastOptions) => {
      const id = add({
        title,
        description,
        type: tone,
        timeout: tone === "danger" ? 0 : shownForMs,
        priority: tone === "danger" ? "high" : "low",
        actionProps: action && {
          children: action.label,
          onClick: () => {
            close(id);
            action.onClick();
          },
        },
      });
      return id;
    };
    const showProblem = (error: unknown) => {
      const { title, message } = describeProblem(error, t);
      return show({ title, description: message, tone: "danger" });
    };
    return { show, showProblem, close };
  }, [add, close, t]);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Part.Provider limit={4}>
      {children}
      <Part.Portal>
        <Part.Viewport className="pointer-events-none fixed inset-x-4 bottom-4 z-60 flex flex-col-reverse gap-2 pb-[env(safe-area-inset-bottom)] sm:inset-x-auto sm:end-6 sm:bottom-6 sm:w-88">
          <Toasts />
        </Part.Viewport>
      </Part.Portal>
    </Part.Provider>
  );
}

const icons = {
  success: <CircleCheck className="text-success" />,
  danger: <CircleAlert className="text-danger" />,
};

function Toasts() {
  const t = useTranslations("ui.dialog");
  const { toasts } = Part.useToastManager();
  return toasts.map((toast) => (
    <Part.Root
      key={toast.id}
      toast={toast}
      className="pointer-events-auto translate-[var(--toast-swipe-movement-x)_var(--toast-swipe-movement-y)] select-none rounded-lg bg-raised shadow-raised transition-[opacity,translate] duration-(--duration-calm) data-ending-style:translate-y-2 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Part.Content className="flex items-start gap-2.5 py-3 ps-3.5 pe-2 [&>svg]:mt-0.5 [&>svg]:size-4.5 [&>svg]:shrink-0">
        {(toast.type === "success" || toast.type === "danger") && icons[toast.type]}
        <div className="flex min-w-0 flex-1 flex-col">
          <Part.Title className="font-medium text-sm" />
          <Part.Description className="text-ink-muted text-sm" />
        </div>
        {toast.actionProps && <Part.Action render={<Button size="small" className="-my-0.5" />} />}
        <Part.Close render={<IconButton size="small" label={t("close")} icon={<X />} className="-my-0.5" />} />
      </Part.Content>
    </Part.Root>
  ));
}
