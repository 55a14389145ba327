import { useFormatter } from "use-intl";

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** Names a time in its greatest unit, such as "4 min" or "2.5 hr". */
export function useDuration(): (seconds: number) => string {
  const { number } = useFormatter();
  return (seconds) => {
    const [unit, length] = units.find(([, inSeconds]) => seconds >= inSeconds) ?? ["second", 1];
    return number(seconds / length, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 });
  };
}
