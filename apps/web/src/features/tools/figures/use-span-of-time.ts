import { useFormatter } from "use-intl";

const [secondMs, minuteMs] = [1_000, 60_000];

/** How long something took, as one reads it: 85 ms, 1.4 s, 3 min. */
export function useSpanOfTime(): (ms: number) => string {
  const { number } = useFormatter();
  return (ms) => {
    const unit = ms < secondMs ? "millisecond" : ms < minuteMs ? "second" : "minute";
    const value = ms < secondMs ? ms : ms / (ms < minuteMs ? secondMs : minuteMs);
    return number(value, { style: "unit", unit, unitDisplay: "short", maximumSignificantDigits: value < 100 ? 2 : 3 });
  };
}
