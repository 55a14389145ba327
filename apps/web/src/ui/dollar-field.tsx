import { TextField, type TextFieldProps } from "./text-field.tsx";

/** An amount of US dollars, as people write it: the text is the caller's to read. */
export const DollarField = (props: Omit<TextFieldProps, "leading">) => (
  <TextField {...props} inputMode="decimal" leading={<span className="text-ink-faint">$</span>} dir="ltr" />
);
