import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { type ConnectionDraft, exampleOperations } from "./connection-draft.ts";
import { JsonField } from "./json-field.tsx";

type Offered = { name: string; title: string; description: string };

type Props = {
  draft: ConnectionDraft;
  onChange: (draft: ConnectionDraft) => void;
  offered: readonly Offered[];
  errors: Readonly<Record<string, string>>;
};

/** Where a source is, in the words of its kind. */
export function ConnectionFields({ draft, onChange, offered, errors }: Props) {
  const t = useTranslations("tools.connect");
  const change = (part: Partial<ConnectionDraft>) => onChange({ ...draft, ...part });
  const address = { inputMode: "url", spellCheck: false, dir: "ltr", autoComplete: "off" } as const;
  switch (draft.way) {
    case "mcp":
      return (
        <TextField
          {...address}
          label={t("address")}
          hint={t("addressHint")}
          placeholder="https://…/mcp"
          value={draft.url}
          onValueChange={(url) => change({ url })}
          error={errors["connection.url"]}
        />
      );
    case "openapi":
      return (
        <>
          <JsonField
            label={t("document")}
            hint={t("documentHint")}
            shape="object"
            withFile
            value={draft.document}
            onValueChange={(document) => change({ document })}
            error={errorsBelow(errors, "connection.document")}
          />
          <TextField
            {...address}
            label={t("server")}
            hint={t("serverHint")}
            value={draft.baseUrl}
            onValueChange={(baseUrl) => change({ baseUrl })}
            error={errors["connection.baseUrl"]}
          />
        </>
      );
    case "operations":
      return (
        <>
          <TextField
            {...address}
            label={t("server")}
            placeholder="https://…"
            value={draft.baseUrl}
            onValueChange={(baseUrl) => change({ baseUrl })}
            error={errors["connection.baseUrl"]}
          />
          <JsonField
            label={t("operations")}
            hint={t("operationsHint")}
            shape="list"
            value={draft.operations}
            onValueChange={(operations) => change({ operations })}
            error={errorsBelow(errors, "connection.operations")}
            actions={
              draft.operations.trim() === "" && (
                <Button size="small" variant="ghost" onClick={() => change({ operations: exampleOperations })}>
                  {t("example")}
                </Button>
              )
            }
          />
        </>
      );
    case "operator":
      return (
        <Select
          label={t("operator")}
          placeholder={t("choose")}
          options={offered.map(({ name, title, description }) => ({ value: name, label: title, hint: description }))}
          value={draft.operator || null}
          onValueChange={(operator) => change({ operator })}
        />
      );
  }
}

/** What is wrong somewhere within a field that is one text here: each with its place. */
function errorsBelow(errors: Props["errors"], path: string): string | undefined {
  const found = Object.entries(errors).filter(([name]) => name.startsWith(path));
  return found.map(([name, text]) => `${name.slice(path.length + 1)} ${text}`.trim()).join("; ") || undefined;
}
