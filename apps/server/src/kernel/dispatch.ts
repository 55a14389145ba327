/**
 * The one way in, whatever the transport: the input is parsed by the contract, the right is asked, the verb runs in the
 * transaction that its binding says, its events are numbered and committed with it, and only then published.
 */
import { createHash } from "node:crypto";
import { errors, type RouteDef } from "@althing/contract";
import type { Database, Session } from "../platform/database/index.ts";
import { CommitUnknown, DatabaseUnavailable } from "../platform/database/index.ts";
import type { CommittedEvent, Hub } from "../platform/feeds/index.ts";
import type { Log } from "../platform/telemetry/index.ts";
import { type AccountActor, type Actor, actorId, requireAccount } from "./actor.ts";
import { Batcher } from "./batcher.ts";
import type { BatchAction, Binding } from "./binding.ts";
import { type Call, type CookieChange, PageOf, type RequestFacts, WithCookies } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { Failure, fail } from "./failure.ts";
import { claimKeys, type IdempotentCall, keepAnswers, requireKey } from "./idempotency.ts";
import type { Memos } from "./memo.ts";
import { type Access, authorize, authorizeMany, type Scopes } from "./permission.ts";
import type { Platform } from "./platform.ts";
import { type Knowledge, ReadTransaction, type TxParts, WriteTransaction } from "./tx.ts";
import { parseInput } from "./validation.ts";

export type Reply = {
  readonly status: number;
  readonly data: unknown;
  /** The data as JSON, where it is encoded already. */
  readonly text?: string | undefined;
  readonly page?: { next: string | null; previous: string | null };
  readonly replayed?: boolean;
  readonly cookies?: readonly CookieChange[];
};

export type DispatchParts = {
  bindings: readonly Binding[];
  scopes: Scopes;
  database: Database;
  hub: Hub;
  memos: Memos;
  knowledge: () => Knowledge;
  platform: Platform;
  log: Log;
  /** Whether answers are checked against the contract: in development and tests. */
  checkAnswers: boolean;
};

type Asked = { route: RouteDef; input: unknown; actor: Actor; request: RequestFacts };
type BatchItem = { call: Call; actor: AccountActor; key: IdempotentCall | undefined };

const lanes = 2;
const largestBatch = 256;
const mostWaiting = 5_000;

export class Dispatcher {
  readonly #parts: DispatchParts;
  readonly #bindings: ReadonlyMap<string, Binding>;
  readonly #batchers = new Map<string, Batcher<BatchItem, Reply>>();

  constructor(parts: DispatchParts) {
    this.#parts = parts;
    this.#bindings = new Map(parts.bindings.map((binding) => [binding.route.name, binding]));
  }

  get routes(): readonly RouteDef[] {
    return this.#parts.bindings.map((binding) => binding.route);
  }

  async dispatch(asked: Asked): Promise<Reply> {
    const binding = this.#bindings.get(asked.route.name);
    if (!binding) throw new Error(`Nothing is bound to ${asked.route.name}`);
    try {
      const reply = await this.#perform(binding, asked);
      if (this.#parts.checkAnswers && !reply.replayed) checkAnswer(asked.route, reply.data);
      return reply;
    } catch (error) {
      throw this.#declared(asked.route, error);
    }
  }

  /** Reads in one snapshot, outside of any route. */
  read<T>(work: (tx: ReadTransaction) => Promise<T>): Promise<T> {
    return this.#parts.database.read((session) => work(new ReadTransaction(this.#txParts(session))));
  }

  /** Writes in one transaction, outside of any route, and publishes what it committed. */
  async write<T>(actor: Actor, work: (tx: WriteTransaction) => Promise<T | (() => T)>): Promise<T> {
    const { value } = await this.#commit(actor, async (tx) => {
      const late = await work(tx);
      return () => (typeof late === "function" ? (late as () => T)() : late);
    });
    return value;
  }

  async #perform(binding: Binding, asked: Asked): Promise<Reply> {
    const { route, actor } = asked;
    if (route.access !== "public") requireAccount(actor);
    const input = parseInput(route, asked.input);
    const call = { ...asked, input, access: undefined, cursor: this.#cursor(route, input) } as Call;
    switch (binding.kind) {
      case "read": {
        const open = binding.snapshot ? this.#parts.database.read : this.#parts.database.query;
        return open.call(this.#parts.database, async (session: Session) => {
          const tx = new ReadTransaction(this.#txParts(session));
          const answer = await binding.action(tx, { ...call, access: await this.#access(tx, call) });
          return this.#reply(call, answer);
        }) as Promise<Reply>;
      }
      case "write":
        return this.#write(binding, call);
      case "batch": {
        const item = { call, actor: requireAccount(actor), key: this.#idempotent(call) };
        return this.#batcher(binding).add(binding.action.shard(call), item);
      }
      case "outside": {
        const access = route.permission ? await this.read((tx) => this.#access(tx, call)) : undefined;
        return this.#reply(call, await binding.action(this.#parts.platform, { ...call, access }));
      }
    }
  }

  async #write(binding: Extract<Binding, { kind: "write" }>, call: Call): Promise<Reply> {
    const key = this.#idempotent(call);
    const { value } = await this.#commit(call.actor, async (tx, session) => {
      const access = await this.#access(tx, call);
      if (key) {
        const [claimed] = await claimKeys(session, [key]);
        if (claimed instanceof Failure) throw claimed;
        if (claimed) return () => this.#replay(key, claimed);
      }
      const late = await binding.action(tx, { ...call, access });
      const reply = () => this.#reply(call, typeof late === "function" ? late() : late);
      if (key) tx.onNumbered(() => keepAnswers(session, [this.#keep(key, reply())]));
      return reply;
    });
    return value;
  }

  /** Runs `work`, numbers and writes its events, commits, and publishes them. */
  async #commit<T>(
    actor: Actor,
    work: (tx: WriteTransaction, session: Session) => Promise<() => T>,
  ): Promise<{ value: T }> {
    let events: CommittedEvent[] = [];
    try {
      const value = await this.#parts.database.write(async (session) => {
        const tx = new WriteTransaction(this.#txParts(session), actorId(actor));
        const late = await work(tx, session);
        events = await tx.finish();
        return { value: late() };
      });
      this.#parts.hub.publish(events);
      return value;
    } catch (error) {
      // It may have happened: what the log holds must reach the followers although nobody was told that it committed.
      if (error instanceof CommitUnknown) void this.#parts.hub.heal(new Set(events.map((event) => event.feed)));
      throw error;
    }
  }

  #batcher(binding: Extract<Binding, { kind: "batch" }>): Batcher<BatchItem, Reply> {
    let batcher = this.#batchers.get(binding.route.name);
    if (!batcher) {
      batcher = new Batcher({
        lanes,
        largest: largestBatch,
        mostWaiting,
        refuse: () => new Failure(errors.Unavailable, { retryAfterSeconds: 1 }),
        run: (items) => this.#runBatch(binding, items),
      });
      this.#batchers.set(binding.route.name, batcher);
    }
    return batcher;
  }

  async #runBatch(binding: Extract<Binding, { kind: "batch" }>, items: BatchItem[]): Promise<(Reply | Error)[]> {
    try {
      return await this.#tryBatch(binding, items);
    } catch (error) {
      // Something that only the database could tell: each call for itself, so that one cannot fail the others.
      if (items.length === 1 || error instanceof CommitUnknown || error instanceof DatabaseUnavailable) throw error;
      const results: (Reply | Error)[] = [];
      for (const item of items) results.push(...(await this.#tryBatch(binding, [item]).catch((one: Error) => [one])));
      return results;
    }
  }

  async #tryBatch(binding: Extract<Binding, { kind: "batch" }>, items: BatchItem[]): Promise<(Reply | Error)[]> {
    const { route } = binding;
    const action: BatchAction<RouteDef, unknown, unknown> = binding.action;
    const { value } = await this.#commit({ kind: "system" }, async (tx, session) => {
      const outcomes = new Array<Reply | Error | undefined>(items.length).fill(undefined);
      const granted = await this.#grantAll(tx, route, items, outcomes);
      await this.#claimAll(session, items, outcomes);
      const open = items.flatMap((_, index) => (outcomes[index] === undefined ? [index] : []));
      const calls = open.map((index) => ({ ...(items[index] as BatchItem).call, access: granted[index] }));
      const context = calls.length > 0 ? await action.load(tx, calls) : undefined;
      const plans: unknown[] = [];
      const planned: number[] = [];
      calls.forEach((call, position) => {
        const index = open[position] as number;
        try {
          plans.push(action.decide(call, context, tx.now));
          planned.push(index);
        } catch (error) {
          outcomes[index] = error as Error;
        }
      });
      const answers = plans.length > 0 ? await action.store(tx, plans, context) : () => [];
      tx.onNumbered(async () => {
        answers().forEach((data, position) => {
          const index = planned[position] as number;
          outcomes[index] = this.#reply((items[index] as BatchItem).call, data);
        });
        const kept = planned.flatMap((index) => {
          const { key } = items[index] as BatchItem;
          return key ? [this.#keep(key, outcomes[index] as Reply)] : [];
        });
        if (kept.length > 0) await keepAnswers(session, kept);
      });
      return () => outcomes as (Reply | Error)[];
    });
    return value;
  }

  async #grantAll(
    tx: ReadTransaction,
    route: RouteDef,
    items: readonly BatchItem[],
    outcomes: (Reply | Error | undefined)[],
  ): Promise<(Access | undefined)[]> {
    if (!route.permission || !route.object) return items.map(() => undefined);
    const asked = items.map(({ actor, call }) => ({ actor, id: objectId(route, call.input) }));
    const answers = await authorizeMany(this.#parts.scopes, tx, route.object, route.permission, asked);
    return answers.map((answer, index) => {
      if (!(answer instanceof Error)) return answer;
      outcomes[index] = answer;
      return undefined;
    });
  }

  async #claimAll(
    session: Session,
    items: readonly BatchItem[],
    outcomes: (Reply | Error | undefined)[],
  ): Promise<void> {
    const keyed = items.flatMap(({ key }, index) => (key && outcomes[index] === undefined ? [{ key, index }] : []));
    if (keyed.length === 0) return;
    const claims = await claimKeys(
      session,
      keyed.map(({ key }) => key),
    );
    keyed.forEach(({ key, index }, position) => {
      const claimed = claims[position];
      if (claimed) outcomes[index] = claimed instanceof Failure ? claimed : this.#replay(key, claimed);
    });
  }

  async #access(tx: ReadTransaction, { route, input, actor }: Call): Promise<Access | undefined> {
    if (!route.permission || !route.object) return undefined;
    return authorize(this.#parts.scopes, tx, actor, route.permission, route.object, objectId(route, input));
  }

  #reply(call: Call, answer: unknown): Reply {
    const { route } = call;
    if (answer instanceof WithCookies) return { ...this.#reply(call, answer.value), cookies: answer.cookies };
    if (!(answer instanceof PageOf)) return { status: route.status, data: answer };
    const input = call.input as Record<string, unknown>;
    const cursor = (value: unknown) =>
      value === undefined ? null : encodeCursor(this.#parts.platform.secrets, route, input, value);
    return {
      status: route.status,
      data: answer.items,
      text: answer.text,
      page: { next: cursor(answer.ends.next), previous: cursor(answer.ends.previous) },
    };
  }

  /** A cursor stands in the field of that name, or in the place of the id that a page begins before or after. */
  #cursor(route: RouteDef, input: unknown): unknown {
    if (!route.cursor) return undefined;
    const fields = input as { cursor?: string; before?: string; after?: string } & Record<string, unknown>;
    const given = fields.cursor ?? [fields.before, fields.after].find((one) => one?.includes("."));
    return given === undefined ? undefined : decodeCursor(this.#parts.platform.secrets, route, fields, given);
  }

  #idempotent({ route, request, actor, input }: Call): IdempotentCall | undefined {
    if (!route.idempotent || request.idempotencyKey === undefined || actor.kind !== "account") return undefined;
    return {
      accountId: actor.account.id,
      operation: route.name,
      key: requireKey(request.idempotencyKey),
      inputHash: createHash("sha256").update(JSON.stringify(input)).digest("base64url"),
    };
  }

  #keep(key: IdempotentCall, reply: Reply): IdempotentCall & { status: number; answer: string } {
    const answer = this.#parts.platform.secrets.seal("idempotency", JSON.stringify(reply), JSON.stringify(key));
    return { ...key, status: reply.status, answer };
  }

  #replay({ accountId, operation, key, inputHash }: IdempotentCall, stored: { answer: string }): Reply {
    const name = JSON.stringify({ accountId, operation, key, inputHash });
    const reply = JSON.parse(this.#parts.platform.secrets.open("idempotency", stored.answer, name)) as Reply;
    return { ...reply, replayed: true };
  }

  #txParts(session: Session): TxParts {
    const { memos, knowledge, platform } = this.#parts;
    return { session, memos, knowledge: knowledge(), now: platform.clock() };
  }

  #declared(route: RouteDef, error: unknown): unknown {
    if (error instanceof CommitUnknown || error instanceof DatabaseUnavailable) {
      this.#parts.log.warn({ err: error, operation: route.name }, "The database did not answer");
      return new Failure(errors.Unavailable, { retryAfterSeconds: 1 });
    }
    if (error instanceof Failure && this.#parts.checkAnswers && !isDeclared(route, error)) {
      return new Error(`${route.name} gave ${error.def.code}, which the contract does not list`, { cause: error });
    }
    return error;
  }
}

const common = new Set(Object.values(errors).map((error) => error.code as string));
const scopeFailures = new Set(["room_not_found", "workspace_not_found", "message_not_found", "room_archived"]);

/** A route may give what it lists, what any route may, and what the rights over its object may. */
function isDeclared(route: RouteDef, { def }: Failure): boolean {
  return (
    common.has(def.code) ||
    (route.permission !== undefined && scopeFailures.has(def.code)) ||
    route.errors.some((error) => error.code === def.code)
  );
}

function objectId(route: RouteDef, input: unknown): string {
  const id = (input as Record<string, unknown>)[`${route.object}Id`];
  return typeof id === "string" ? id : fail(errors.NotFound);
}

function checkAnswer(route: RouteDef, data: unknown): void {
  const result = route.output.safeParse(data);
  if (!result.success)
    throw new Error(`${route.name} answered what its contract does not say`, { cause: result.error });
}
