import { Lane, type LaneParts, lookEveryMs } from "./lane.ts";

/** Small, since who asks something meanwhile waits for as long as its events are worked through. */
const portion = 50;
/** They rest many times as long as they read, most of all while others work: those do not feel them. */
const restRatio = { busy: 12, quiet: 3 };
/** Of a processor, by what else this process does. */
const busyShare = 0.2;
const longestRestMs = 5_000;

/** Those who may be told late. */
export class PatientLane extends Lane {
  #rest = { since: performance.now(), used: process.cpuUsage() };

  constructor(parts: LaneParts) {
    super(parts, portion);
  }

  protected override async readOn(): Promise<number> {
    const ratio = this.#isBusy() ? restRatio.busy : restRatio.quiet;
    const startedAt = performance.now();
    const { isBehind } = await this.read(this.consumers, 1);
    this.#rest = { since: performance.now(), used: process.cpuUsage() };
    const restMs = Math.min(longestRestMs, (this.#rest.since - startedAt) * ratio);
    return isBehind ? restMs : Math.max(lookEveryMs, restMs);
  }

  /** Whether others kept the processor busy while these rested. */
  #isBusy(): boolean {
    const { user, system } = process.cpuUsage(this.#rest.used);
    return (user + system) / 1_000 > busyShare * (performance.now() - this.#rest.since);
  }
}
