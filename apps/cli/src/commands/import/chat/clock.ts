const hourMs = 3_600_000;
const halfDayMs = 12 * hourMs;

export type Clock = {
  /** The time of the next record, given as written. */
  read(at: number): number;
  /** How often the clock was found to have passed midnight or noon. */
  readonly turns: number;
};

/**
 * A log that names its day once goes from 23:59 to 00:00 of the same date, or from 11:59 to 00:00 with a clock of twelve
 * hours. The order of the lines tells the truth: a clock that falls back by more than an hour has turned over.
 */
export function createClock(): Clock {
  let latest = Number.NEGATIVE_INFINITY;
  let shift = 0;
  let turns = 0;
  return {
    read(at) {
      let time = at + shift;
      const fell = latest - time;
      if (fell > hourMs && fell < 2 * halfDayMs) {
        turns++;
        while (time < latest) {
          shift += halfDayMs;
          time += halfDayMs;
        }
      }
      latest = Math.max(latest, time);
      return time;
    },
    get turns() {
      return turns;
    },
  };
}
