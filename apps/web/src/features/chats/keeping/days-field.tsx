import { TextField } from "../../../ui/text-field.tsx";

const mostDays = 36_500;

/** The days that somebody typed; undefined where it is no number that may be. */
export function daysIn(text: string): number | undefined {
  const days = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  return days >= 1 && days <= mostDays ? days : undefined;
}

type Props = {
  label: string;
  text: string;
  onText: (text: string) => void;
  /** What the server says is wrong with it. */
  error: string | undefined;
  /** What is said of a number that may not be. */
  wrong: (range: { most: number }) => string;
};

export function DaysField({ label, text, onText, error, wrong }: Props) {
  return (
    <TextField
      label={label}
      className="max-w-64"
      inputMode="numeric"
      value={text}
      onValueChange={onText}
      error={error ?? (daysIn(text) === undefined ? wrong({ most: mostDays }) : undefined)}
    />
  );
}
