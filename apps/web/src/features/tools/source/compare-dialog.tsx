import type { tools } from "@althing/contract";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { Timestamp } from "../../../ui/timestamp.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { Comparison } from "./comparison.tsx";
import { wordingLines } from "./wording-lines.ts";

type Props = { tool: tools.Tool; approved: tools.ToolWording; onClose: () => void };

/** What was approved beside what the source says now; one lets it be used so, or takes the approval back. */
export function CompareDialog({ tool, approved, onClose }: Props) {
  const t = useTranslations("tools.compare");
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const approve = useSubmit(async () => {
    await api.approveTools({ workspaceId, tools: [{ id: tool.id, fingerprint: tool.fingerprint }] });
    onClose();
  });
  const withdraw = useSubmit(async () => {
    await api.withdrawTools({ workspaceId, toolIds: [tool.id] });
    onClose();
  });
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: tool.name })}
      description={t("hint")}
      footer={
        <>
          <Button loading={withdraw.pending} onClick={() => void withdraw.submit()}>
            {t("withdraw")}
          </Button>
          <Button variant="primary" loading={approve.pending} onClick={() => void approve.submit()}>
            {t("approve")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <FormProblem problem={approve.problem ?? withdraw.problem} />
        <Comparison
          left={wordingLines(approved)}
          right={wordingLines(tool.wording)}
          leftTitle={
            <>
              {t("approved")} {tool.approvedAt && <Timestamp at={tool.approvedAt} format="date" />}
            </>
          }
          rightTitle={t("now")}
        />
      </div>
    </Dialog>
  );
}
