import type { tools } from "@althing/contract";
import { ExternalLink, ShieldAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

type Call = tools.ToolCall;

/** A call that was made or is wanted in one's own name: exactly what is handed over, why one is asked, what came back. */
export function ToolCallCard({ roomId, callId }: { roomId: string; callId: string }) {
  const { windows } = useWorkspace();
  const [problem, setProblem] = useState<unknown>();
  const call = useReplica(({ toolCalls }) => toolCalls[callId]);
  const isUnknown = call === undefined;
  useEffect(() => {
    if (isUnknown) windows.openToolCall(roomId, callId).catch(setProblem);
  }, [windows, isUnknown, roomId, callId]);
  if (problem !== undefined) return <ErrorState error={problem} />;
  if (!call) return <Skeleton className="h-24" />;
  return (
    <section aria-label={call.title} className="my-1 rounded-lg border border-line bg-surface p-3 text-sm">
      <Arguments call={call} />
      <Outcome call={call} />
      {call.state === "needs_approval" && <Approval call={call} />}
      {call.state === "needs_sign_in" && <SignIn call={call} />}
    </section>
  );
}

function Arguments({ call }: { call: Call }) {
  const t = useTranslations("assistants.calls");
  const given = Object.entries((call.arguments ?? {}) as Record<string, unknown>);
  return (
    <>
      <p className="mb-1.5 font-mono text-ink-faint text-xs">{call.name}</p>
      {given.length === 0 && <p className="text-ink-muted text-xs">{t("noArguments")}</p>}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        {given.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-muted text-xs leading-5">{name}</dt>
            <dd
              dir="auto"
              className="max-h-40 overflow-y-auto whitespace-pre-wrap break-words font-mono text-xs leading-5"
            >
              {typeof value === "string" ? value : JSON.stringify(value, null, 2)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Outcome({ call: { result, failure } }: { call: Call }) {
  const t = useTranslations("assistants.calls");
  if (failure) return <p className="mt-2 text-danger">{failure.message}</p>;
  if (!result) return null;
  return (
    <details className="mt-2">
      <summary className="cursor-pointer text-ink-muted text-xs hover:text-ink">
        {t("result", { size: result.bytes })}
        {result.truncated && ` · ${t("truncated")}`}
      </summary>
      <pre dir="auto" className="mt-1.5 max-h-64 overflow-auto whitespace-pre-wrap rounded-md bg-hover p-2 text-xs">
        {result.text}
      </pre>
      <p className="mt-1 text-ink-faint text-xs">{t("untrusted")}</p>
    </details>
  );
}

type Decision = "once" | "room" | "deny";

function Approval({ call }: { call: Call }) {
  const t = useTranslations("assistants.calls");
  const { tools } = useClient();
  const named = { roomId: call.roomId, callId: call.id };
  const decision = useRef<Decision>("once");
  const { submit, pending, problem } = useSubmit(async () => {
    const { current } = decision;
    await (current === "deny" ? tools.denyToolCall(named) : tools.approveToolCall({ ...named, remember: current }));
  });
  const button = (which: Decision) => ({
    size: "small" as const,
    loading: pending && decision.current === which,
    onClick: () => {
      decision.current = which;
      void submit();
    },
  });
  return (
    <div className="mt-3 flex flex-col gap-2 border-line border-t pt-3">
      <p className="flex items-start gap-1.5 text-ink-muted text-xs [&>svg]:mt-0.5 [&>svg]:size-3.5 [&>svg]:shrink-0">
        <ShieldAlert aria-hidden="true" />
        {call.policy.reason}
      </p>
      <FormProblem problem={problem} />
      <div className="flex flex-wrap gap-2">
        <Button {...button("once")} variant="primary">
          {t("approve")}
        </Button>
        {call.policy.mayRemember && <Button {...button("room")}>{t("approveHere")}</Button>}
        <Button {...button("deny")} variant="ghost">
          {t("deny")}
        </Button>
      </div>
    </div>
  );
}

/** Leads out to sign in; the run goes on by itself once that is done. */
function SignIn({ call: { signIn, source } }: { call: Call }) {
  const t = useTranslations("assistants.calls");
  if (!signIn) return null;
  return (
    <div className="mt-3 flex flex-col items-start gap-2 border-line border-t pt-3">
      <p className="text-ink-muted text-xs">{t("signInWhy", { source, host: signIn.host })}</p>
      {signIn.url && (
        <Button
          size="small"
          variant="primary"
          icon={<ExternalLink />}
          render={<a href={signIn.url} target="_blank" rel="noopener" />}
        >
          {t("signIn", { host: signIn.host })}
        </Button>
      )}
    </div>
  );
}
