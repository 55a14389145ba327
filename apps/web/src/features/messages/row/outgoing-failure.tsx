import type { Outgoing } from "@althing/sdk";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { useDescribeProblem } from "../../../ui/problem.ts";
import { useLaterUploads } from "../../files/index.ts";
import { draftKey } from "../composer/drafts/drafts.ts";
import { useDraft } from "../composer/drafts/use-draft.ts";
import { focusComposer } from "../composer/index.ts";

/** Why a message did not go out, and what can be done with it. */
export function OutgoingFailure({ entry }: { entry: Outgoing }) {
  const t = useTranslations("messages.outgoing");
  const describeProblem = useDescribeProblem();
  const { outbox } = useWorkspace();
  const { roomId, parentId, body, attachments = [] } = entry.draft;
  const key = draftKey(roomId, parentId);
  const [draft, writeDraft] = useDraft(key);
  const uploads = useLaterUploads();
  // Where nobody can write there is no composer to change it in.
  const isOpen = useReplica(({ rooms }) => rooms[roomId]?.joined === true && rooms[roomId].archivedAt === null);
  const { title } = describeProblem({ ...entry.failure, title: entry.failure?.message });
  const edit = () => {
    writeDraft(draft.trim() === "" ? body : `${body}\n${draft}`);
    if (attachments.length > 0) void uploads().then((all) => all.putBack(key, attachments));
    outbox.discard(entry.id);
    focusComposer(parentId ? "thread" : "room");
  };
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      <p role="alert" className="flex items-center gap-1.5 text-danger text-xs [&>svg]:size-3.5">
        <CircleAlert aria-hidden="true" />
        {t("failed", { reason: title })}
      </p>
      <span className="flex gap-1">
        <Button size="small" onClick={() => outbox.retry(entry.id)}>
          {t("retry")}
        </Button>
        {isOpen && (
          <Button size="small" variant="ghost" onClick={edit}>
            {t("edit")}
          </Button>
        )}
        <Button size="small" variant="ghost" onClick={() => outbox.discard(entry.id)}>
          {t("discard")}
        </Button>
      </span>
    </div>
  );
}
