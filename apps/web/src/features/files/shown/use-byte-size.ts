import { useFormatter } from "use-intl";
import { sizeIn } from "./size-in.ts";

/** A size as people say it, such as `1.4 MB`. */
export function useByteSize(): (bytes: number) => string {
  const { number } = useFormatter();
  return (bytes) => {
    const { value, unit } = sizeIn(bytes);
    const unitDisplay = unit === "byte" ? "long" : "short";
    return number(value, { style: "unit", unit, unitDisplay, maximumFractionDigits: value < 10 ? 1 : 0 });
  };
}
