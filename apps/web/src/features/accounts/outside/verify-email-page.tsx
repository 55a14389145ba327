import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { OutsidePage } from "../../../shell/outside/outside-page.tsx";
import { Button } from "../../../ui/button.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Spinner } from "../../../ui/spinner.tsx";

/** Where the mailed link leads: the address is confirmed by coming here. */
export function VerifyEmailPage() {
  const t = useTranslations("accounts.verifyEmail");
  const { accounts } = useClient();
  const { token } = useSearch({ from: "/verify-email" });
  // The token works once, so nothing may ask by itself a second time.
  const { data, error, refetch } = useQuery({
    queryKey: ["accounts.verify_email", token],
    queryFn: () => accounts.verifyEmail({ token }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (data) {
    return (
      <OutsidePage title={t("done")} description={t("doneDescription", { email: data.email })}>
        <Button variant="primary" size="large" render={<Link to="/" />}>
          {t("open")}
        </Button>
      </OutsidePage>
    );
  }
  return (
    <OutsidePage title={t("title")} description={error ? t("failedDescription") : undefined}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <p role="status" className="flex items-center gap-3 text-ink-muted">
          <Spinner /> {t("working")}
        </p>
      )}
    </OutsidePage>
  );
}
