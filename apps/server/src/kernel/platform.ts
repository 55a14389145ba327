import type { EventDef, FeedName, OutputOf, RequestOf, RouteDef } from "@althing/contract";
import type { z } from "zod";
import type { Config } from "../config.ts";
import type { Blobs } from "../platform/blobs/index.ts";
import type { Egress } from "../platform/egress/index.ts";
import type { Hub } from "../platform/feeds/index.ts";
import type { JobsDesk } from "../platform/jobs/index.ts";
import type { Limiter } from "../platform/limits/index.ts";
import type { Mail } from "../platform/mail/index.ts";
import type { Models } from "../platform/models/index.ts";
import type { Typesetter } from "../platform/pdf/index.ts";
import type { Passwords, Secrets } from "../platform/secrets/index.ts";
import type { Log } from "../platform/telemetry/index.ts";
import type { Actor } from "./actor.ts";
import type { Memos } from "./memo.ts";
import type { ReadTx, WriteTx } from "./tx.ts";

/** What a verb bound as `outside`, a job, a listener or a signal may use: the outer world, and ways to open transactions. */
export type Platform = {
  readonly config: Config;
  readonly publicUrl: string;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly passwords: Passwords;
  /** The jobs of all servers; to add one, see WriteTx. */
  readonly jobs: JobsDesk;
  readonly mail: Mail;
  /** The bytes of files. */
  readonly blobs: Blobs;
  /** The one way out to others. */
  readonly egress: Egress;
  readonly models: Models;
  readonly pdf: Typesetter;
  readonly limiter: Limiter;
  readonly memos: Memos;
  readonly hub: Hub;
  readonly clock: () => Date;
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>;
  /** Commits what `work` writes, together with its events, in the name of the actor. */
  write<T>(actor: Actor, work: (tx: WriteTx) => Promise<T | (() => T)>): Promise<T>;
  /** Asks a route in somebody's name, with the rights that they have now: what comes in by no transport. */
  call<R extends RouteDef>(route: R, actor: Actor, input: RequestOf<R>): Promise<OutputOf<R>>;
  /** Sends a passing sign to the live followers of a feed. */
  broadcast<E extends EventDef>(event: E, feed: FeedName, payload: z.input<E["payload"]>, actor?: string): void;
};
