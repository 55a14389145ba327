/** People who post to one room as fast as they are answered, and those who hear it. */
import type { Follower } from "../load/follower.ts";
import { audit } from "./audit.ts";
import type { Stage } from "./stage.ts";

export type ChatterOptions = {
  roomId: string;
  listeners: number;
  senders: number;
  /** How many messages of a sender may be without an answer. */
  inFlight: number;
};

export const words = "The ferry from the east quay leaves at nine; bring the **papers** for crate 17.";

export class Chatter {
  readonly followers: Follower[] = [];
  readonly #stage: Stage;
  readonly #options: ChatterOptions;
  #talking = false;
  #sent = 0;

  private constructor(stage: Stage, options: ChatterOptions) {
    this.#stage = stage;
    this.#options = options;
  }

  static async gather(stage: Stage, options: ChatterOptions): Promise<Chatter> {
    const chatter = new Chatter(stage, options);
    const { followers } = chatter;
    const feeds = [{ feed: `room:${options.roomId}` }];
    while (followers.length < options.listeners) {
      const index = followers.length;
      const onAck = () => chatter.#talking && chatter.#say(index);
      followers.push(await stage.follow(stage.person(index), { feeds, onAck }));
    }
    return chatter;
  }

  get acknowledged(): number {
    return this.followers.reduce((sum, follower) => sum + follower.acked, 0);
  }

  /** Talks for some seconds. Gives how many messages a second were stored, acknowledged and heard by everyone. */
  async talk(seconds: number): Promise<number> {
    const before = this.acknowledged;
    const startedAt = performance.now();
    this.#talking = true;
    for (let round = 0; round < this.#options.inFlight; round++) {
      for (let sender = 0; sender < this.#options.senders; sender++) this.#say(sender);
    }
    await Bun.sleep(seconds * 1_000);
    this.#talking = false;
    while (this.acknowledged < this.#sent) {
      this.requireGood();
      await Bun.sleep(1);
    }
    await this.#stage.heard(this.followers, this.#options.roomId);
    this.requireGood();
    return (this.acknowledged - before) / ((performance.now() - startedAt) / 1_000);
  }

  requireGood(): void {
    for (const { errors, missed, isClosed } of this.followers) {
      if (errors.length > 0) throw new Error(`A message was refused: ${errors[0]}`);
      if (missed > 0) throw new Error(`A follower missed ${missed} events`);
      if (isClosed) throw new Error("The server closed a socket");
    }
  }

  async leave(): Promise<void> {
    for (const follower of this.followers) follower.close();
    await audit(this.#stage, this.#options.roomId, this.acknowledged);
  }

  #say(index: number): void {
    const { roomId } = this.#options;
    const id = Bun.randomUUIDv7();
    this.#sent++;
    this.followers[index]?.send(`{"op":"send","key":"${id}","roomId":"${roomId}","id":"${id}","body":"${words}"}`);
  }
}
