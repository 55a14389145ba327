/** What is held against a result: by itself, and against the baseline of the same run. */

import type { Stage } from "./stage/stage.ts";
import type { Spread } from "./statistics.ts";

export type Goal = {
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly ratioAtLeast?: number;
  readonly ratioAtMost?: number;
};

export type Result = {
  readonly name: string;
  /** What is counted: "messages/s", "ms", "KB". */
  readonly unit: string;
  readonly ours: Spread;
  readonly baseline?: Spread & { readonly name: string };
  readonly note?: string;
};

export type Options = {
  readonly rounds: number;
  /** How long each round measures. */
  readonly seconds: number;
  /** How many messages are stored before rooms are opened. */
  readonly messages: number;
};

/** A scenario says what it measures and gives its results; its file is named as it is. */
export type Scenario = {
  readonly name: string;
  /** By the names of its results. */
  readonly goals: Readonly<Record<string, Goal>>;
  run(stage: Stage, options: Options): Promise<Result[]>;
};

export const ratioOf = ({ ours, baseline }: Result): number | undefined => baseline && ours.median / baseline.median;

/** Undefined where nothing is asked. */
export function isMet(result: Result, goal: Goal | undefined): boolean | undefined {
  if (!goal) return undefined;
  const ratio = ratioOf(result) ?? Number.NaN;
  const { median } = result.ours;
  return (
    (goal.atLeast === undefined || median >= goal.atLeast) &&
    (goal.atMost === undefined || median <= goal.atMost) &&
    (goal.ratioAtLeast === undefined || ratio >= goal.ratioAtLeast) &&
    (goal.ratioAtMost === undefined || ratio <= goal.ratioAtMost)
  );
}
