const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
const step = 1024;

/** A size in the unit in which it is a number one can grasp. */
export function sizeIn(bytes: number): { value: number; unit: (typeof units)[number] } {
  let value = bytes;
  let at = 0;
  while (value >= step && at < units.length - 1) {
    value /= step;
    at++;
  }
  return { value, unit: units[at] ?? "byte" };
}
