/**
 * The one way in, whatever the transport: the input is parsed by the contract, the right is asked, the verb runs in the
 * transaction that its binding says, its events are numbered and committed with it, and only then published.
 */
import { errors, type RouteDef } from "@althing/contract";
import { CommitUnknown, DatabaseUnavailable, type Session } from "../platform/database/index.ts";
import type { Log } from "../platform/telemetry/index.ts";
import { type AccountActor, type Actor, requireAccount } from "./actor.ts";
import { type BatchItem, runBatch } from "./batch-run.ts";
import { Batcher } from "./batcher.ts";
import type { Binding } from "./binding.ts";
import type { Call, RequestFacts } from "./call.ts";
import { findCursor } from "./cursor.ts";
import { requireContracted, requireDeclared } from "./declared.ts";
import { Failure, fail } from "./failure.ts";
import { claimKeys, keepAnswers } from "./idempotency.ts";
import { idempotentCall, keepReply, replay } from "./kept-answers.ts";
import { type Access, authorize, objectIdOf, type Scopes } from "./permission.ts";
import type { Platform } from "./platform.ts";
import { type Reply, replyTo } from "./reply.ts";
import type { Counters, Transactions } from "./transactions.ts";
import type { ReadTx, WriteTransaction } from "./tx.ts";
import { parseInput } from "./validation.ts";

export type DispatchParts = {
  bindings: readonly Binding[];
  scopes: Scopes;
  transactions: Transactions;
  platform: Platform;
  /** Whether an account owns the installation. */
  isOwner: (accountId: string) => Promise<boolean>;
  log: Log;
  counters: Counters;
  /** Whether answers and failures are held against the contract: in tests. */
  checkAnswers: boolean;
};

type Asked = { route: RouteDef; input: unknown; actor: Actor; request: RequestFacts };
type BindingOf<Kind extends Binding["kind"]> = Extract<Binding, { kind: Kind }>;

const lanes = 2;
const largestBatch = 256;
const mostWaiting = 5_000;

export class Dispatcher {
  readonly routes: readonly RouteDef[];
  readonly #parts: DispatchParts;
  readonly #bindings: ReadonlyMap<string, Binding>;
  readonly #batchers = new Map<string, Batcher<BatchItem, Reply>>();

  constructor(parts: DispatchParts) {
    this.#parts = parts;
    this.#bindings = new Map(parts.bindings.map((binding) => [binding.route.name, binding]));
    this.routes = parts.bindings.map((binding) => binding.route);
  }

  async dispatch(asked: Asked): Promise<Reply> {
    const { route } = asked;
    const binding = this.#bindings.get(route.name);
    if (!binding) throw new Error(`Nothing is bound to ${route.name}`);
    const { checkAnswers, log } = this.#parts;
    try {
      if (route.access === "owner") await this.#requireOwner(requireAccount(asked.actor));
      const reply = await this.#perform(binding, asked);
      if (checkAnswers && !reply.replayed) requireContracted(route, reply.data);
      return reply;
    } catch (error) {
      if (error instanceof CommitUnknown || error instanceof DatabaseUnavailable) {
        log.warn({ err: error, operation: route.name }, "The database did not answer");
        throw new Failure(errors.Unavailable, { retryAfterSeconds: 1 });
      }
      if (checkAnswers) requireDeclared(route, error);
      throw error;
    }
  }

  #perform(binding: Binding, asked: Asked): Promise<Reply> {
    const { route, actor } = asked;
    if (route.access !== "public") requireAccount(actor);
    const input = parseInput(route, asked.input);
    const cursor = findCursor(this.#parts.platform.secrets, route, input);
    const call = { ...asked, input, access: undefined, cursor } as Call;
    switch (binding.kind) {
      case "read":
        return this.#read(binding, call);
      case "write":
        return this.#write(binding, call);
      case "batch":
        return this.#batch(binding, call);
      case "outside":
        return this.#outside(binding, call);
    }
  }

  #read({ action, snapshot }: BindingOf<"read">, call: Call): Promise<Reply> {
    const { transactions, platform } = this.#parts;
    return transactions.read(
      async (tx) => {
        const answer = await action(tx, { ...call, access: await this.#access(tx, call) });
        return replyTo(call, answer, platform.secrets);
      },
      { snapshot },
    );
  }

  #write({ action }: BindingOf<"write">, call: Call): Promise<Reply> {
    const { transactions, platform } = this.#parts;
    const { secrets } = platform;
    const key = idempotentCall(call);
    const write = async (tx: WriteTransaction, session: Session) => {
      const access = await this.#access(tx, call);
      if (key) {
        const [claimed] = await claimKeys(session, [key]);
        if (claimed instanceof Failure) throw claimed;
        if (claimed) return () => replay(secrets, key, claimed);
      }
      const late = await action(tx, { ...call, access });
      const reply = () => replyTo(call, typeof late === "function" ? late() : late, secrets);
      if (key) tx.onNumbered(() => keepAnswers(session, [keepReply(secrets, key, reply())]));
      return reply;
    };
    return transactions.write(call.actor, write, call.request.traceId);
  }

  async #batch(binding: BindingOf<"batch">, call: Call): Promise<Reply> {
    const item = { call, actor: requireAccount(call.actor), key: idempotentCall(call) };
    return this.#batcher(binding).add(binding.action.shard(call), item);
  }

  async #outside({ action }: BindingOf<"outside">, call: Call): Promise<Reply> {
    const { transactions, platform } = this.#parts;
    const access = call.route.permission ? await transactions.read((tx) => this.#access(tx, call)) : undefined;
    return replyTo(call, await action(platform, { ...call, access }), platform.secrets);
  }

  #batcher({ route, action }: BindingOf<"batch">): Batcher<BatchItem, Reply> {
    let batcher = this.#batchers.get(route.name);
    if (!batcher) {
      const { transactions, scopes, platform, counters } = this.#parts;
      const parts = { transactions, scopes, secrets: platform.secrets };
      batcher = new Batcher({
        lanes,
        largest: largestBatch,
        mostWaiting,
        refuse: () => new Failure(errors.Unavailable, { retryAfterSeconds: 1 }),
        run: (items) => {
          counters.batched(items.length);
          return runBatch(parts, route, action, items);
        },
      });
      this.#batchers.set(route.name, batcher);
    }
    return batcher;
  }

  async #requireOwner({ account }: AccountActor): Promise<void> {
    if (!(await this.#parts.isOwner(account.id))) fail(errors.OwnerOnly);
  }

  async #access(tx: ReadTx, { route, input, actor }: Call): Promise<Access | undefined> {
    if (!route.permission || !route.object) return undefined;
    return authorize(this.#parts.scopes, tx, actor, route.permission, route.object, objectIdOf(route, input));
  }
}
