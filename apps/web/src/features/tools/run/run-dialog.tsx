import type { tools } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica } from "../../../connection/index.ts";
import { ErrorState } from "../../../ui/error-state.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { Select } from "../../../ui/select.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { ToolCallCard } from "../../assistants/index.ts";
import { ArgumentFields } from "./argument-fields.tsx";
import { fieldsOf, readArguments, type Texts } from "./schema-fields.ts";

/** It waits or runs: another one begins when this one has ended. */
const goingOn = ["proposed", "needs_approval", "needs_sign_in", "running"] as const;

type Props = { roomId: string; tool: string; onClose: () => void };

/** Runs a tool in a room, without any model: its form, the approval where it asks, and what came back. */
export function RunDialog({ roomId, tool, onClose }: Props) {
  const t = useTranslations("tools.run");
  const { tools: api } = useClient();
  const [name, setName] = useState<string | null>(tool || null);
  const [texts, setTexts] = useState<Texts>({});
  const [call, setCall] = useState<tools.ToolCall>();
  const { data, error, refetch } = useQuery({
    queryKey: ["tools.list_runnable", roomId],
    queryFn: () => api.listRunnableTools({ roomId }),
    staleTime: 0,
  });
  const chosen = data?.find((one) => one.name === name || one.name.endsWith(`__${name}`));
  const fields = chosen ? fieldsOf(chosen.inputSchema) : [];
  const { given, wrong } = readArguments(chosen?.inputSchema ?? {}, fields, texts);
  const { submit, pending, problem, reset } = useSubmit(async () => {
    setCall(undefined);
    if (chosen) setCall(await api.runTool({ roomId, tool: chosen.name, arguments: given }));
  });
  const state = useReplica(({ toolCalls }) => toolCalls[call?.id ?? ""]?.state) ?? call?.state;
  const isGoingOn = goingOn.some((one) => one === state);
  return (
    <FormDialog
      title={t("title")}
      description={t("hint")}
      action={call ? t("again") : t("run")}
      disabled={!chosen || wrong.length > 0 || isGoingOn}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      {!data && error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Select
          label={t("tool")}
          placeholder={t("choose")}
          options={(data ?? []).map((one) => ({
            value: one.name,
            label: one.title,
            hint: `${one.source} · ${one.name}`,
          }))}
          value={chosen?.name ?? null}
          onValueChange={(next) => {
            setName(next);
            setTexts({});
            setCall(undefined);
            reset();
          }}
          hint={chosen?.description}
        />
      )}
      {chosen && (
        <>
          <ArgumentFields fields={fields} texts={texts} wrong={wrong} onChange={setTexts} />
          {!call && (
            <p className="text-ink-muted text-xs">
              {t(`decides.${chosen.decision === "allow" ? "allow" : "ask"}`)} {chosen.reason}
            </p>
          )}
        </>
      )}
      {call && (
        <Result key={call.id} state={state}>
          <Suspense>
            <ToolCallCard roomId={roomId} callId={call.id} />
          </Suspense>
        </Result>
      )}
    </FormDialog>
  );
}

type ResultProps = { state: tools.ToolCall["state"] | undefined; children: ReactNode };

/** Takes the focus that a button gives up once there is nothing for it to do. */
function Result({ state, children }: ResultProps) {
  const region = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each state other buttons go.
  useEffect(() => {
    const { activeElement } = document;
    const isKept = activeElement?.closest("[role=dialog]") && !activeElement.matches(":disabled, [role=dialog]");
    if (!isKept) region.current?.focus();
  }, [state]);
  return (
    <div ref={region} tabIndex={-1} className="rounded-lg">
      {children}
    </div>
  );
}
