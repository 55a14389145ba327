import { CSPProvider } from "@base-ui/react/csp-provider";
import { DirectionProvider } from "@base-ui/react/direction-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";
import { ConfirmProvider } from "./confirm-dialog.tsx";
import { ToastProvider } from "./toast.tsx";

/** What the bricks need around them, once, inside the translations. */
export function UiProvider({ direction, children }: { direction: "ltr" | "rtl"; children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <DirectionProvider direction={direction}>
        <Tooltip.Provider delay={400}>
          <ToastProvider>
            <ConfirmProvider>{children}</ConfirmProvider>
          </ToastProvider>
        </Tooltip.Provider>
      </DirectionProvider>
    </CSPProvider>
  );
}
