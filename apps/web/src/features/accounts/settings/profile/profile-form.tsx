import { accounts as contract } from "@althing/contract";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../../connection/index.ts";
import { Button } from "../../../../ui/button.tsx";
import { FormProblem } from "../../../../ui/form-problem.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { useToast } from "../../../../ui/toast.tsx";
import { useUnsaved } from "../../../../ui/use-unsaved.ts";
import { useChecks } from "../../outside/checks.ts";
import { pointAt, requireFields, useFields } from "../../outside/fields.ts";
import { CustomFields } from "./custom-fields.tsx";
import { TimeZoneField } from "./time-zone-field.tsx";

export function ProfileForm({ me }: { me: contract.Me }) {
  const t = useTranslations("accounts.profileSettings");
  const { accounts } = useClient();
  const toast = useToast();
  const check = useChecks();
  const [timeZone, setTimeZone] = useState(me.timeZone);
  const [fields, setFields] = useState(me.fields);
  const { name, handle, title, pronouns } = me;
  const form = useFields({ name, handle, title, pronouns }, async (values) => {
    const kept = fields.filter(({ label, value }) => label.trim() !== "" || value.trim() !== "");
    setFields(kept);
    const incomplete = kept.flatMap(({ label, value }, index) => [
      [`fields.${index}.label`, check.filled(label)] as const,
      [`fields.${index}.value`, check.filled(value)] as const,
    ]);
    requireFields({
      name: check.filled(values.name),
      handle: check.handle(values.handle),
      ...Object.fromEntries(incomplete),
    });
    await accounts
      .updateMe({ ...values, timeZone, fields: kept })
      .catch(pointAt(contract.HandleTaken, "handle", t("handleTaken")));
    setSaved(JSON.stringify([values, timeZone, kept]));
    toast.show({ title: t("saved"), tone: "success" });
  });
  const present = JSON.stringify([form.values, timeZone, fields]);
  const [saved, setSaved] = useState(present);
  useUnsaved(present !== saved);
  return (
    <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
      <FormProblem problem={form.problem} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...form.field("name")} label={t("name")} autoComplete="name" maxLength={80} />
        <TextField
          {...form.field("handle")}
          label={t("handle")}
          leading={<span className="-me-1.5 text-ink-faint">@</span>}
          autoComplete="nickname"
          dir="ltr"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={32}
        />
        <TextField {...form.field("title")} label={t("title")} placeholder={t("titleExample")} maxLength={100} />
        <TextField
          {...form.field("pronouns")}
          label={t("pronouns")}
          placeholder={t("pronounsExample")}
          maxLength={40}
        />
      </div>
      <TimeZoneField value={timeZone} onValueChange={setTimeZone} error={form.fieldErrors.timeZone} />
      <CustomFields fields={fields} onFieldsChange={setFields} errors={form.fieldErrors} />
      <Button type="submit" variant="primary" loading={form.pending} className="self-start">
        {t("save")}
      </Button>
    </form>
  );
}
