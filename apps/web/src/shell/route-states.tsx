import { useRouter } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useTranslations } from "use-intl";
import { WorkspaceMissing } from "../connection/index.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { useDescribeProblem } from "../ui/problem.ts";
import { Spinner } from "../ui/spinner.tsx";
import { useTitle } from "../ui/use-title.ts";
import { Page } from "./page.tsx";

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
  const t = useTranslations("shell.states");
  useTitle(t("missing"));
  return (
    <main className="grid h-dvh flex-1 place-items-center bg-canvas">
      <NothingHere />
    </main>
  );
}

/** The same within a workspace, with what is left of it. */
export function MissingPage({ children }: { children?: ReactNode }) {
  const t = useTranslations("shell.states");
  return (
    <Page title={t("missing")} heading={false}>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto pb-4">
        <div className="m-auto">
          <NothingHere />
        </div>
        {children}
      </div>
    </Page>
  );
}

function NothingHere() {
  const t = useTranslations("shell.states");
  return (
    <EmptyState heading="h1" icon={<Compass />} title={t("missing")} actions={<ToStart />}>
      {t("missingHint")}
    </EmptyState>
  );
}

function ToStart() {
  const t = useTranslations("shell.states");
  return <Button render={<a href="/" />}>{t("home")}</Button>;
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
  return <Failure error={error} onRetry={() => void router.invalidate()} />;
}

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  useTitle(useDescribeProblem()(error).title);
  return (
    <main className="grid h-dvh flex-1 place-items-center bg-canvas">
      <ErrorState heading="h1" error={error} onRetry={onRetry} wayOut={<ToStart />} />
    </main>
  );
}
