import type { chats } from "@althing/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { DaysField, daysIn } from "./days-field.tsx";
import { RetentionPreview } from "./retention-preview.tsx";

const usualDays = "365";

/** What is decided, with what it would do before it is. */
export function DaysForm({ retention: { workspaceId, days, version } }: { retention: chats.ChatRetention }) {
  const t = useTranslations("chats.retention");
  const client = useClient();
  const toast = useToast();
  const queries = useQueryClient();
  const [span, setSpan] = useState<"ever" | "days">(days === null ? "ever" : "days");
  const [text, setText] = useState(days === null ? usualDays : String(days));
  const wanted = span === "ever" ? null : daysIn(text);
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    if (wanted === undefined) return;
    await client.chats.setChatRetention({ workspaceId, days: wanted }, { ifMatch: `"${version}"` });
    toast.show({ title: t("saved") });
    await queries.invalidateQueries({ queryKey: ["chats.retention"] });
  });
  return (
    <form onSubmit={submit} className="flex flex-col gap-5" noValidate>
      <RadioGroup
        label={t("howLong")}
        hideLabel
        value={span}
        onValueChange={setSpan}
        options={[
          { value: "ever", label: t("ever"), hint: t("everHint") },
          { value: "days", label: t("forDays"), hint: t("forDaysHint") },
        ]}
      />
      {span === "days" && (
        <DaysField
          label={t("days")}
          text={text}
          onText={setText}
          error={fieldErrors.days}
          wrong={(range) => t("daysWrong", range)}
        />
      )}
      {wanted != null && <RetentionPreview workspaceId={workspaceId} days={wanted} />}
      <FormProblem problem={problem} />
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        loading={pending}
        disabled={wanted === undefined || wanted === days}
      >
        {t("save")}
      </Button>
    </form>
  );
}
