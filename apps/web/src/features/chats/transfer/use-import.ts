import type { chats } from "@althing/contract";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { describeProblem, type ProblemText } from "../../../ui/problem.ts";
import { type Portions, portionsOf } from "./portions.ts";

type Imported = chats.ImportedChat;
type Source = "althing" | "chatgpt" | "librechat";

/** A file that was chosen, from its reading to what came of it. */
export type Importing = Portions & {
  fileName: string;
  source: Source;
  total: number;
  /** What would come of the first ones. */
  preview: readonly Imported[];
  /** What came; portions that are not here yet are still to come. */
  reports: readonly (readonly Imported[])[];
};

export function useImport() {
  const t = useTranslations("chats.import");
  const tUi = useTranslations("ui");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const [importing, setImporting] = useState<Importing>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemText>();

  const attempt = async (action: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await action();
    } catch (error) {
      setProblem(describeProblem(error, tUi));
    }
    setBusy(false);
  };

  const choose = (file: File) =>
    attempt(async () => {
      setImporting(undefined);
      const content = await readJson(file);
      const cut = content === undefined ? undefined : portionsOf(content);
      if (!cut) return setProblem({ title: t("noJson"), message: /\.zip$/i.test(file.name) ? t("zip") : t("files") });
      const [first] = cut.portions;
      if (!first) return setProblem({ title: cut.tooLarge > 0 ? t("allTooLarge") : t("empty"), message: t("files") });
      const dry = await client.chats.importChats({ workspaceId, content: first.content, dryRun: true });
      const total = cut.portions.reduce((sum, { count }) => sum + count, 0);
      setImporting({ ...cut, fileName: file.name, source: dry.source, total, preview: dry.chats, reports: [] });
    });

  /** Goes on where it stopped, if it did: what came in is known and comes in once. */
  const bring = (assistantId: string | undefined) =>
    attempt(async () => {
      let current = importing;
      while (current && current.reports.length < current.portions.length) {
        const content = current.portions[current.reports.length]?.content;
        const { chats: brought } = await client.chats.importChats({
          workspaceId,
          content,
          ...(assistantId && { assistantId }),
        });
        current = { ...current, reports: [...current.reports, brought] };
        setImporting(current);
      }
    });

  return { importing, isBusy, problem, choose, bring, startOver: () => setImporting(undefined) };
}

async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text()) as unknown;
  } catch {
    return undefined;
  }
}
