import { useParams } from "@tanstack/react-router";
import { ExternalLink } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../connection/index.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { PassPage } from "./pass-page.tsx";

type Way = { authorizeUrl: string; host: string; scopes: readonly string[] };

/** Says to whom one goes and what they are asked for, before one goes. */
export function SetOutPage() {
  const t = useTranslations("connections");
  const { workspaceId, sourceId } = useParams({ from: "/connect/$workspaceId/$sourceId" });
  const client = useClient();
  const [way, setWay] = useState<Way>();
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    client.connections.beginSignIn({ workspaceId, sourceId }).then(setWay, setProblem);
  }, [client, workspaceId, sourceId]);
  if (problem !== undefined) {
    return (
      <PassPage title={t("failed")}>
        <ErrorState error={problem} />
      </PassPage>
    );
  }
  return (
    <PassPage title={way ? t("goTo", { host: way.host }) : t("asking")}>
      {way ? (
        <>
          <p className="text-ink-muted">{t("goHint", { host: way.host })}</p>
          {way.scopes.length > 0 && (
            <p className="text-ink-muted text-sm">{t("asks", { scopes: way.scopes.join(", ") })}</p>
          )}
          <code className="w-full break-all rounded-md bg-hover p-2 text-xs">{new URL(way.authorizeUrl).origin}</code>
          <Button variant="primary" icon={<ExternalLink />} render={<a href={way.authorizeUrl} />}>
            {t("go", { host: way.host })}
          </Button>
        </>
      ) : (
        <Skeleton className="h-24 w-full" />
      )}
    </PassPage>
  );
}
