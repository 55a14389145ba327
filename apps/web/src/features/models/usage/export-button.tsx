import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { useToast } from "../../../ui/toast.tsx";

/** Brings the entries as a table, with a mark by which spreadsheets know that it is UTF-8. */
export function ExportButton({ whose, from }: { whose: "mine" | "all"; from: string }) {
  const t = useTranslations("models.usage");
  const { models: api } = useClient();
  const toast = useToast();
  const { id: workspaceId } = useWorkspace();
  const [isPending, setPending] = useState(false);
  const bring = async () => {
    setPending(true);
    try {
      const { fileName, content, complete } = await api.exportUsage({ workspaceId, whose, from });
      const address = URL.createObjectURL(new Blob(["\ufeff", content], { type: "text/csv;charset=utf-8" }));
      Object.assign(document.createElement("a"), { href: address, download: fileName }).click();
      URL.revokeObjectURL(address);
      if (!complete) toast.show({ title: t("exportedInPart") });
    } catch (error) {
      toast.showProblem(error);
    }
    setPending(false);
  };
  return (
    <Button icon={<Download />} loading={isPending} onClick={() => void bring()}>
      {t("export")}
    </Button>
  );
}
