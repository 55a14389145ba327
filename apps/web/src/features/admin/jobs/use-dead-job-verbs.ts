import type { admin } from "@althing/contract";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useLookAgain } from "./use-jobs.ts";

/** What can be done about dead jobs, each and all. */
export function useDeadJobVerbs() {
  const t = useTranslations("admin.jobs");
  const { admin: api } = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const lookAgain = useLookAgain();
  const attempt = async (act: () => Promise<string>) => {
    try {
      toast.show({ title: await act() });
    } catch (error) {
      toast.showProblem(error);
    }
    await lookAgain();
  };
  const isCertain = (title: string) =>
    confirm({ title, description: t("discardDetail"), action: t("discard"), danger: true });
  return {
    retry: ({ id: jobId }: admin.DeadJob) =>
      attempt(async () => {
        await api.retryDeadJob({ jobId });
        return t("retried", { count: 1 });
      }),
    retryAll: () => attempt(async () => t("retried", await api.retryDeadJobs())),
    async discard({ id: jobId }: admin.DeadJob) {
      if (!(await isCertain(t("discardTitle")))) return;
      await attempt(async () => {
        await api.discardDeadJob({ jobId });
        return t("discarded", { count: 1 });
      });
    },
    async discardAll() {
      if (await isCertain(t("discardAllTitle"))) await attempt(async () => t("discarded", await api.discardDeadJobs()));
    },
  };
}
