import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";
import { ConfirmProvider } from "./confirm-dialog.tsx";
import { ToastProvider } from "./toast.tsx";

/** What the bricks need around them, once, inside the translations. */
export function UiProviders({ children }: { children: ReactNode }) {
  return (
    <Tooltip.Provider delay={400}>
      <ToastProvider>
        <ConfirmProvider>{children}</ConfirmProvider>
      </ToastProvider>
    </Tooltip.Provider>
  );
}
