import type { assistants } from "@althing/contract";
import { Check, CircleDashed, CircleX, Hand, LogIn, ShieldQuestion } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Spinner } from "../../../ui/spinner.tsx";
import { useMyId } from "../../accounts/index.ts";
import { ToolCallCard } from "./lazy-tool-call-card.ts";

type Call = assistants.ToolCallSummary;

/** What an assistant had done for an answer. Who asked sees what exactly, and is asked; others see that it was done. */
export function RunCalls({ run }: { run: assistants.Run }) {
  const t = useTranslations("assistants.calls");
  const isMine = useMyId() === run.askedBy.id;
  if (run.calls.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="my-1 flex max-w-2xl flex-col gap-1">
      {run.calls.map((call) => (
        <li key={call.id}>{isMine ? <OwnCall call={call} roomId={run.roomId} /> : <CallLine call={call} />}</li>
      ))}
    </ul>
  );
}

const waits = ({ state }: Call): boolean => state === "needs_approval" || state === "needs_sign_in";

/** Opens by itself while it waits for a decision. */
function OwnCall({ call, roomId }: { call: Call; roomId: string }) {
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || waits(call);
  return (
    <>
      <button
        type="button"
        aria-expanded={isShown}
        className="max-w-full rounded-sm text-start hover:bg-hover"
        onClick={() => setOpen(!isOpen)}
      >
        <CallLine call={call} />
      </button>
      <Suspense>{isShown && <ToolCallCard roomId={roomId} callId={call.id} />}</Suspense>
    </>
  );
}

function CallLine({ call }: { call: Call }) {
  const t = useTranslations("assistants.calls");
  return (
    <span className="flex min-h-6 min-w-0 items-center gap-1.5 text-ink-muted text-xs [&>svg]:size-3.5 [&>svg]:shrink-0">
      <StateIcon state={call.state} />
      <span className="truncate font-medium">{call.title}</span>
      <span className="truncate text-ink-faint">{call.source}</span>
      <span className="ms-1 whitespace-nowrap">{t(`state.${call.state}`)}</span>
    </span>
  );
}

function StateIcon({ state }: Pick<Call, "state">) {
  switch (state) {
    case "proposed":
      return <CircleDashed aria-hidden="true" />;
    case "needs_approval":
      return <ShieldQuestion aria-hidden="true" className="text-warning" />;
    case "needs_sign_in":
      return <LogIn aria-hidden="true" className="text-warning" />;
    case "running":
      return <Spinner />;
    case "done":
      return <Check aria-hidden="true" className="text-success" />;
    case "failed":
      return <CircleX aria-hidden="true" className="text-danger" />;
    case "denied":
    case "cancelled":
      return <Hand aria-hidden="true" />;
  }
}
