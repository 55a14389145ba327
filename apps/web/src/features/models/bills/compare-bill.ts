import type { models } from "@althing/contract";

/** Rounding, and requests around midnight, make this much of a difference. */
const closeEnough = 0.01;

type Comparison = {
  /** What is billed beyond what the ledger has; below nothing where the ledger has more. */
  difference: number;
  /** Of the bill; undefined where nothing was billed. */
  share: number | undefined;
  agrees: boolean;
  /** Of what the ledger has. */
  estimatedShare: number;
};

export function compareBill({ micros, ledger }: Pick<models.Bill, "micros" | "ledger">): Comparison {
  const difference = micros - ledger.micros;
  return {
    difference,
    share: micros === 0 ? undefined : difference / micros,
    agrees: Math.abs(difference) <= closeEnough * micros,
    estimatedShare: ledger.micros === 0 ? 0 : ledger.estimatedMicros / ledger.micros,
  };
}
