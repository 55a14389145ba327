import { FileUp } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { spokenLater } from "../../../i18n/index.ts";
import { Page } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { classes } from "../../../ui/classes.ts";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { Select } from "../../../ui/select.tsx";
import { AreaHeading, useAssistants } from "../../assistants/index.ts";
import { ImportReport } from "./import-report.tsx";
import { type Importing, useImport } from "./use-import.ts";

/** Brings conversations in: from here, from ChatGPT or from LibreChat. */
export const ImportPage = spokenLater("chats", Import);

function Import() {
  const t = useTranslations("chats.import");
  const { importing, isBusy, problem, choose, bring, startOver } = useImport();
  const isDone = importing?.reports.length === importing?.portions.length;
  return (
    <Page title={t("title")} heading={<AreaHeading title={t("title")} />}>
      <div className="thin-scroll min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-2xl flex-col gap-5 px-4 py-6 md:px-8">
          <p className="max-w-prose text-pretty text-ink-muted">{t("hint")}</p>
          {!importing && <Choosing isBusy={isBusy} onChoose={(file) => void choose(file)} />}
          <FormProblem problem={problem} />
          {importing && !isDone && (
            <Ready importing={importing} isBusy={isBusy} onBring={(id) => void bring(id)} onCancel={startOver} />
          )}
          {importing && (
            <ImportReport importing={importing} isDone={isDone}>
              <Button onClick={startOver}>{t("another")}</Button>
            </ImportReport>
          )}
        </div>
      </div>
    </Page>
  );
}

function Choosing({ isBusy, onChoose }: { isBusy: boolean; onChoose: (file: File) => void }) {
  const t = useTranslations("chats.import");
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (file: File | null | undefined) => file && onChoose(file);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files.item(0));
  };
  return (
    <label
      htmlFor={id}
      aria-busy={isBusy}
      className={classes(
        "flex cursor-pointer flex-col items-center gap-1 rounded-xl border border-dashed px-6 py-12 text-center transition-colors focus-within:outline-2 focus-within:outline-accent",
        isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-surface hover:bg-hover",
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="mb-3 grid size-12 place-items-center rounded-xl bg-accent-soft text-accent">
        <FileUp aria-hidden="true" className="size-6" />
      </span>
      <span className="font-semibold text-lg">{isBusy ? t("reading") : t("choose")}</span>
      <span className="max-w-md text-pretty text-ink-muted text-sm">{t("files")}</span>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        disabled={isBusy}
        onChange={(event) => {
          take(event.target.files?.item(0));
          event.target.value = "";
        }}
      />
    </label>
  );
}

type ReadyProps = {
  importing: Importing;
  isBusy: boolean;
  onBring: (assistantId: string | undefined) => void;
  onCancel: () => void;
};

/** What the file holds, who goes on answering, and how far it has come. */
function Ready({ importing, isBusy, onBring, onCancel }: ReadyProps) {
  const t = useTranslations("chats.import");
  const assistants = useAssistants();
  const [assistantId, setAssistantId] = useState<string | undefined>(assistants[0]?.id);
  const { fileName, source, total, reports, tooLarge } = importing;
  const doneCount = reports.reduce((sum, report) => sum + report.length, 0);
  return (
    <section className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4">
      <div>
        <h2 className="wrap-anywhere font-semibold">{fileName}</h2>
        <p className="text-ink-muted text-sm">{t("found", { count: total, source: t(`sources.${source}`) })}</p>
        {tooLarge > 0 && <p className="text-sm text-warning">{t("tooLarge", { count: tooLarge })}</p>}
      </div>
      <Select
        label={t("assistant")}
        hint={t("assistantHint")}
        options={assistants.map(({ id, name, handle }) => ({ value: id as string, label: name, hint: `@${handle}` }))}
        value={assistantId ?? null}
        onValueChange={setAssistantId}
        disabled={isBusy || reports.length > 0}
      />
      {(isBusy || reports.length > 0) && (
        <Progress label={t("progress", { done: doneCount, total })} value={total === 0 ? null : doneCount / total} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" loading={isBusy} onClick={() => onBring(assistantId)}>
          {reports.length > 0 ? t("goOn") : t("bring", { count: total })}
        </Button>
        {!isBusy && (
          <Button variant="ghost" onClick={onCancel}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </section>
  );
}
