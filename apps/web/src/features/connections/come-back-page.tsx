import { useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../connection/index.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { PassPage } from "./pass-page.tsx";

/** Back from a service: finishes the sign-in, once. */
export function ComeBackPage() {
  const t = useTranslations("connections");
  const { state = "", code, iss, error } = useSearch({ from: "/connect/callback" });
  const client = useClient();
  const hasAsked = useRef(false);
  const [host, setHost] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    if (hasAsked.current) return;
    hasAsked.current = true;
    // What it says may be used once: it should not stay in the history.
    history.replaceState(history.state, "", "/connect/callback");
    client.connections
      .finishSignIn({ state, ...(code && { code }), ...(iss && { iss }), ...(error && { error }) })
      .then((connection) => setHost(connection.host), setProblem);
  }, [client, state, code, iss, error]);
  if (problem !== undefined) {
    return (
      <PassPage title={t("failed")}>
        <ErrorState error={problem} />
      </PassPage>
    );
  }
  return (
    <PassPage title={host === undefined ? t("finishing") : t("done", { host })}>
      {host === undefined ? <Skeleton className="h-12 w-full" /> : <p className="text-ink-muted">{t("doneHint")}</p>}
      {host !== undefined && <TextLink href="/">{t("home")}</TextLink>}
    </PassPage>
  );
}
