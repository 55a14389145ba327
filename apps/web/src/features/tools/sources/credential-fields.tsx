import type { tools } from "@althing/contract";
import { useTranslations } from "use-intl";
import { PasswordField } from "../../../ui/password-field.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";

const kinds = ["none", "header", "oauth"] as const;

export type CredentialDraft = { kind: (typeof kinds)[number]; name: string; value: string };

export const blankCredential: CredentialDraft = { kind: "none", name: "Authorization", value: "" };

export const readCredential = ({ kind, name, value }: CredentialDraft): tools.SourceCredential =>
  kind === "header" ? { kind, name: name.trim(), value } : { kind };

type Props = {
  credential: CredentialDraft;
  onChange: (credential: CredentialDraft) => void;
  errors: Readonly<Record<string, string>>;
};

/** As whom a source is asked. A secret goes in once and never comes out. */
export function CredentialFields({ credential, onChange, errors }: Props) {
  const t = useTranslations("tools.credential");
  const { kind, name, value } = credential;
  return (
    <>
      <Select
        label={t("label")}
        options={kinds.map((one) => ({ value: one, label: t(one), hint: t(`hints.${one}`) }))}
        value={kind}
        onValueChange={(next) => onChange({ ...credential, kind: next })}
        hint={t(`hints.${kind}`)}
      />
      {kind === "header" && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t("headerName")}
            value={name}
            onValueChange={(next) => onChange({ ...credential, name: next })}
            error={errors["credential.name"]}
            spellCheck={false}
            autoComplete="off"
            dir="ltr"
          />
          <PasswordField
            label={t("headerValue")}
            value={value}
            onValueChange={(next) => onChange({ ...credential, value: next })}
            placeholder="Bearer …"
            error={errors["credential.value"]}
            autoComplete="off"
            dir="ltr"
          />
        </div>
      )}
    </>
  );
}
