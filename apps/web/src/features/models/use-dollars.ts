import { type NumberFormatOptions, useFormatter } from "use-intl";

const cents = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
const tenCents = 100_000;

/** Millionths of a dollar as people read them: in cents, or what there is where it is little. */
export function useDollars(): (micros: number, more?: NumberFormatOptions) => string {
  const { number } = useFormatter();
  return (micros, more) => {
    const isLittle = micros !== 0 && Math.abs(micros) < tenCents;
    const digits = isLittle ? { maximumSignificantDigits: 2 } : cents;
    return number(micros / 1_000_000, { style: "currency", currency: "USD", ...digits, ...more });
  };
}

/** What was typed as dollars, in millionths; undefined where it is no amount. */
export function readDollars(text: string): number | undefined {
  const dollars = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && dollars >= 0 && dollars <= 1_000_000 ? Math.round(dollars * 1_000_000) : undefined;
}

export const writeDollars = (micros: number): string => String(micros / 1_000_000);
