import type { files } from "@althing/contract";
import { useTranslations } from "use-intl";
import { useToast } from "../../../ui/toast.tsx";
import { useLinks } from "../links/use-links.ts";

/** Saves a file as it was sent, under its name. */
export function useSave(): (attachment: files.Attachment) => void {
  const t = useTranslations("files.shown");
  const links = useLinks();
  const { show, showProblem } = useToast();
  const save = async ({ id, name }: files.Attachment) => {
    try {
      const url = await links.get({ id, variant: "original" });
      if (url === undefined) return show({ title: t("gone", { name }), tone: "danger" });
      Object.assign(document.createElement("a"), { href: url, download: name }).click();
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (attachment) => void save(attachment);
}
