// Where toasts are shown, from the first one on.
import { Toast as Part } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";

export type Toast = {
  title: string;
  description?: string;
  tone?: "neutral" | "success" | "danger";
  /** One thing to do about it, such as undo; the toast then goes. */
  action?: { label: string; onClick: () => void };
};

type ToasterProps = { waiting: readonly Toast[]; onTaken: (count: number) => void };

const shownForMs = 6_000;

export function Toaster(props: ToasterProps) {
  return (
    <Part.Provider limit={4}>
      <Adding {...props} />
      <Part.Portal>
        <Part.Viewport className="pointer-events-none fixed inset-x-4 bottom-4 z-60 flex flex-col-reverse gap-2 pb-[env(safe-area-inset-bottom)] sm:inset-x-auto sm:end-6 sm:bottom-6 sm:w-88">
          <Toasts />
        </Part.Viewport>
      </Part.Portal>
    </Part.Provider>
  );
}

function Adding({ waiting, onTaken }: ToasterProps) {
  const { add, close } = Part.useToastManager();
  useEffect(() => {
    if (waiting.length === 0) return;
    for (const { title, description, tone = "neutral", action } of waiting) {
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
    }
    onTaken(waiting.length);
  }, [waiting, onTaken, add, close]);
  return null;
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
