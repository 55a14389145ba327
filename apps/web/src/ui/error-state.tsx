import { CircleAlert, CloudAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { isFinal, useDescribeProblem } from "./problem.ts";

type ErrorStateProps = {
  error: unknown;
  /** Offered while trying again may help. */
  onRetry?: () => void;
  /** Where to go instead, when it may not. */
  wayOut?: ReactNode;
  heading?: "h1" | "p";
  className?: string;
};

/** In the place of what could not be had: what went wrong, and the way on. */
export function ErrorState({ error, onRetry, wayOut, heading, className }: ErrorStateProps) {
  const t = useTranslations("ui");
  const { title, message, details } = useDescribeProblem()(error);
  const isRefused = isFinal(error);
  return (
    <div role="alert" className={className}>
      <EmptyState
        icon={isRefused ? <CircleAlert /> : <CloudAlert />}
        title={title}
        heading={heading}
        actions={isRefused ? wayOut : onRetry && <Button onClick={onRetry}>{t("error.retry")}</Button>}
      >
        {message}
        {details?.map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
      </EmptyState>
    </div>
  );
}
