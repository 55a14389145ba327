import type { ReactNode } from "react";
import { ConfirmProvider } from "./confirm-dialog.tsx";
import { ToastProvider } from "./toast.tsx";

/** What the bricks need around them, once, inside the translations. */
export function UiProviders({ children }: { children: ReactNode }) {
  return (
    <ToastProvider>
      <ConfirmProvider>{children}</ConfirmProvider>
    </ToastProvider>
  );
}
