import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { classes } from "./classes.ts";
import { IconButton } from "./icon-button.tsx";
import { estimateStrength } from "./password-strength.ts";
import { TextField, type TextFieldProps } from "./text-field.tsx";

type PasswordFieldProps = Omit<TextFieldProps, "type" | "leading" | "trailing" | "value" | "onValueChange"> & {
  value: string;
  onValueChange: (value: string) => void;
  /** Says how hard the password is to guess; for a new password only. */
  showStrength?: boolean;
};

export function PasswordField({ showStrength = false, hint, value, ...rest }: PasswordFieldProps) {
  const t = useTranslations("ui.password");
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...rest}
      value={value}
      type={isShown ? "text" : "password"}
      autoComplete={showStrength ? "new-password" : "current-password"}
      spellCheck={false}
      autoCapitalize="none"
      hint={showStrength && value ? <Strength password={value} /> : hint}
      trailing={
        <IconButton
          size="small"
          className="-me-1.5"
          label={isShown ? t("hide") : t("show")}
          icon={isShown ? <EyeOff /> : <Eye />}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  );
}

const steps = [0, 1, 2, 3] as const;
const tones = ["bg-danger", "bg-away", "bg-success", "bg-success"];

function Strength({ password }: { password: string }) {
  const t = useTranslations("ui.password");
  const strength = estimateStrength(password);
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden="true" className="flex w-24 gap-1">
        {steps.map((step) => (
          <span
            key={step}
            className={classes("h-1 flex-1 rounded-full", step <= strength ? tones[strength] : "bg-active")}
          />
        ))}
      </span>
      {t("strength", { strength: String(strength) })}
    </span>
  );
}
