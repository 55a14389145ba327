import { files } from "@althing/contract";
import { isProblem } from "@althing/sdk";
import { useTranslations } from "use-intl";
import { useDescribeProblem } from "../../../ui/problem.ts";
import { useByteSize } from "../shown/use-byte-size.ts";
import { FileRefused } from "../uploads/problems.ts";

/** Why a file does not go with the message, and what to do about it. */
export function useProblemText(): (problem: unknown) => string {
  const t = useTranslations("files.problems");
  const describeProblem = useDescribeProblem();
  const sizeOf = useByteSize();
  return (problem) => {
    if (problem instanceof FileRefused) return t(problem.reason, { count: files.fileLimits.perMessage });
    if (isProblem(problem, files.FileTooLarge)) {
      return t("tooLarge", { limit: sizeOf((problem.data as { limitBytes: number }).limitBytes) });
    }
    if (isProblem(problem, files.ImageTooLarge)) return t("imageTooLarge");
    if (isProblem(problem, files.StorageFull)) return t("storageFull");
    if (problem instanceof DOMException) return t("unreadable");
    const { title, message } = describeProblem(problem);
    return [title, message].filter(Boolean).join(". ");
  };
}
