import { Lane, type LaneParts, lookEveryMs } from "./lane.ts";

/** Small, since what a portion takes of the processor is taken from whoever asks something meanwhile. */
const portion = 200;
const busyPerSecond = 100;
/** They rest many times as long as they read, most of all while much comes: those who work meanwhile do not feel them. */
const restRatio = { busy: 12, quiet: 3 };
const longestRestMs = 5_000;

/** Those who may be told late. */
export class PatientLane extends Lane {
  #noticed = 0;
  #restedAt = 0;

  constructor(parts: LaneParts) {
    super(parts, portion);
  }

  /** Something came that they will read in their time. */
  notice(): void {
    this.#noticed++;
  }

  protected override async readOn(): Promise<number> {
    const startedAt = performance.now();
    const { isBehind } = await this.read(this.consumers, 1);
    const now = performance.now();
    const isBusy = this.#noticed / (now - this.#restedAt) > busyPerSecond / 1_000;
    [this.#noticed, this.#restedAt] = [0, now];
    const restMs = Math.min(longestRestMs, (now - startedAt) * (isBusy ? restRatio.busy : restRatio.quiet));
    return isBehind ? restMs : Math.max(lookEveryMs, restMs);
  }
}
