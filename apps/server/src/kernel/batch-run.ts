/**
 * One batch of a hot verb: all calls share a transaction, and each succeeds or fails alone. The rights of all are asked
 * together, then the keys of those that bear one; what is left open is loaded, decided call by call, and stored together.
 */
import type { RouteDef } from "@althing/contract";
import { CommitUnknown, DatabaseUnavailable, type Session } from "../platform/database/index.ts";
import type { Secrets } from "../platform/secrets/index.ts";
import { type AccountActor, system } from "./actor.ts";
import type { BatchAction } from "./binding.ts";
import type { Call } from "./call.ts";
import { Failure } from "./failure.ts";
import { claimKeys, type IdempotentCall, keepAnswers } from "./idempotency.ts";
import { keepReply, replay } from "./kept-answers.ts";
import { type Access, authorizeMany, objectIdOf, type Scopes } from "./permission.ts";
import { type Reply, replyTo } from "./reply.ts";
import type { Transactions } from "./transactions.ts";
import type { ReadTx } from "./tx.ts";

export type BatchItem = { call: Call; actor: AccountActor; key: IdempotentCall | undefined };
type Outcome = Reply | Error | undefined;
type Parts = { transactions: Transactions; scopes: Scopes; secrets: Secrets };

export async function runBatch(
  parts: Parts,
  route: RouteDef,
  action: BatchAction<RouteDef, unknown, unknown>,
  items: readonly BatchItem[],
): Promise<(Reply | Error)[]> {
  try {
    return await tryBatch(parts, route, action, items);
  } catch (error) {
    // Something that only the database could tell: each call for itself, so that one cannot fail the others.
    if (items.length === 1 || error instanceof CommitUnknown || error instanceof DatabaseUnavailable) throw error;
    const results: (Reply | Error)[] = [];
    for (const item of items) {
      results.push(...(await tryBatch(parts, route, action, [item]).catch((one: Error) => [one])));
    }
    return results;
  }
}

function tryBatch(
  parts: Parts,
  route: RouteDef,
  action: BatchAction<RouteDef, unknown, unknown>,
  items: readonly BatchItem[],
): Promise<(Reply | Error)[]> {
  const { secrets } = parts;
  return parts.transactions.write(system, async (tx, session) => {
    const outcomes = new Array<Outcome>(items.length).fill(undefined);
    const granted = await grantAll(parts, tx, route, items, outcomes);
    await claimAll(parts, session, items, outcomes);
    const open = items.flatMap((item, index) =>
      outcomes[index] === undefined ? [{ item, index, call: { ...item.call, access: granted[index] } }] : [],
    );
    const context =
      open.length > 0
        ? await action.load(
            tx,
            open.map(({ call }) => call),
          )
        : undefined;
    const planned = open.flatMap(({ item, index, call }) => {
      try {
        return [{ item, index, plan: action.decide(call, context, tx.now) }];
      } catch (error) {
        outcomes[index] = error as Error;
        return [];
      }
    });
    const answers =
      planned.length > 0
        ? await action.store(
            tx,
            planned.map(({ plan }) => plan),
            context,
          )
        : () => [];
    tx.onNumbered(async () => {
      answers().forEach((data, position) => {
        const done = planned[position];
        if (done) outcomes[done.index] = replyTo(done.item.call, data, secrets);
      });
      const kept = planned.flatMap(({ item: { key }, index }) =>
        key ? [keepReply(secrets, key, outcomes[index] as Reply)] : [],
      );
      if (kept.length > 0) await keepAnswers(session, kept);
    });
    return () => outcomes as (Reply | Error)[];
  });
}

async function grantAll(
  { scopes }: Parts,
  tx: ReadTx,
  route: RouteDef,
  items: readonly BatchItem[],
  outcomes: Outcome[],
): Promise<(Access | undefined)[]> {
  if (!route.permission || !route.object) return items.map(() => undefined);
  const asked = items.map(({ actor, call }) => ({ actor, id: objectIdOf(route, call.input) }));
  const answers = await authorizeMany(scopes, tx, route.object, route.permission, asked);
  return answers.map((answer, index) => {
    if (!(answer instanceof Error)) return answer;
    outcomes[index] = answer;
    return undefined;
  });
}

async function claimAll(
  { secrets }: Parts,
  session: Session,
  items: readonly BatchItem[],
  outcomes: Outcome[],
): Promise<void> {
  const keyed = items.flatMap(({ key }, index) => (key && outcomes[index] === undefined ? [{ key, index }] : []));
  if (keyed.length === 0) return;
  const claims = await claimKeys(
    session,
    keyed.map(({ key }) => key),
  );
  keyed.forEach(({ key, index }, position) => {
    const claimed = claims[position];
    if (claimed) outcomes[index] = claimed instanceof Failure ? claimed : replay(secrets, key, claimed);
  });
}
