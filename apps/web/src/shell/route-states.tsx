import { useRouter } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { WorkspaceMissing } from "../connection/index.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Spinner } from "../ui/spinner.tsx";

export function RoutePending() {
  const t = useTranslations("shell");
  return (
    <div className="grid h-dvh place-items-center bg-canvas">
      <p className="flex items-center gap-3 text-ink-muted text-sm">
        <Spinner />
        {t("states.opening")}
      </p>
    </div>
  );
}

export function Missing() {
  const t = useTranslations("shell");
  return (
    <main className="grid h-dvh flex-1 place-items-center bg-canvas">
      <EmptyState
        heading="h1"
        icon={<Compass />}
        title={t("states.missing")}
        actions={<Button render={<a href="/" />}>{t("states.home")}</Button>}
      >
        {t("states.missingHint")}
      </EmptyState>
    </main>
  );
}

/** A page that could not be opened: what it needed did not come. */
export function RouteFailure({ error }: { error: unknown }) {
  const router = useRouter();
  useEffect(() => {
    const retry = () => void router.invalidate();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [router]);
  if (error instanceof WorkspaceMissing) return <Missing />;
  return (
    <main className="grid h-dvh flex-1 place-items-center bg-canvas">
      <ErrorState heading="h1" error={error} onRetry={() => void router.invalidate()} />
    </main>
  );
}
