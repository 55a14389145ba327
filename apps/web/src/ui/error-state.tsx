import { CloudAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { useDescribeProblem } from "./problem.ts";

type ErrorStateProps = { error: unknown; onRetry?: () => void; heading?: "h1" | "p"; className?: string };

/** In the place of what could not be had: what went wrong, and the way to try again. */
export function ErrorState({ error, onRetry, heading, className }: ErrorStateProps) {
  const t = useTranslations("ui");
  const { title, message, details } = useDescribeProblem()(error);
  return (
    <div role="alert" className={className}>
      <EmptyState
        icon={<CloudAlert />}
        title={title}
        heading={heading}
        actions={onRetry && <Button onClick={onRetry}>{t("error.retry")}</Button>}
      >
        {message}
        {details?.map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
      </EmptyState>
    </div>
  );
}
