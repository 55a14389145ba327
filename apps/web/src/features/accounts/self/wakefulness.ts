/** Whether someone sits before this tab, from the signs of life they give. Times are in milliseconds. */
const idleMs = 5 * 60_000;
/** The server forgets a sign as well, so it is told again while someone stays. */
const repeatMs = 60_000;

export class Wakefulness {
  #seenAt: number;
  #told: { state: "online" | "away"; at: number };

  constructor(now: number) {
    this.#seenAt = now;
    this.#told = { state: "online", at: now };
  }

  /** Someone moved; gives what the server must be told of it. */
  sign(now: number): "online" | undefined {
    this.#seenAt = now;
    if (this.#told.state === "online" && now - this.#told.at < repeatMs) return undefined;
    this.#told = { state: "online", at: now };
    return "online";
  }

  /** Time passed; gives what the server must be told of it. */
  check(now: number): "away" | undefined {
    if (this.#told.state === "away" || now - this.#seenAt < idleMs) return undefined;
    this.#told = { state: "away", at: now };
    return "away";
  }
}
