/** How often, or how long: little in the everyday tests, much with `LONG=1`, by hand and on a quiet machine. */
const isLong = process.env.LONG === "1";
export const inLength = (short: number, long: number): number => (isLong ? long : short);
