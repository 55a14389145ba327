import type { AccountId, models, workspaces } from "@althing/contract";
import { type RawBuilder, sql } from "kysely";
import type { ReadTx } from "../../../kernel/tx.ts";
import type { LedgerRow, ModelTables } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<ModelTables>();

/** Whose usage of which days: one member's, or everyone's but what others did with keys of their own. */
export type UsageQuestion = {
  readonly workspaceId: workspaces.WorkspaceId;
  readonly accountId: AccountId;
  readonly whose: "mine" | "all";
  readonly from: string;
  readonly to: string;
};

const whose = ({ accountId, whose }: UsageQuestion): RawBuilder<boolean> =>
  whose === "mine" ? sql`account_id = ${accountId}` : sql`(not personal or account_id = ${accountId})`;

const keys: Record<models.UsageBy, RawBuilder<string>> = {
  member: sql`account_id::text`,
  assistant: sql`coalesce(assistant_id::text, '')`,
  room: sql`coalesce(room_id::text, '')`,
  provider: sql`coalesce(provider_id::text, '')`,
  model: sql`coalesce(provider_id::text, '') || '/' || model_id`,
  tool: sql`model_id`,
  source: sql`case when kind = 'tool' then split_part(model_id, '__', 1) else coalesce(provider_id::text, '') end`,
};

/** By what is only of models, or only of tools, nothing of the other kind is told. */
const kinds: Record<models.UsageBy, RawBuilder<boolean>> = {
  member: sql`true`,
  assistant: sql`true`,
  room: sql`true`,
  provider: sql`kind = 'model'`,
  model: sql`kind = 'model'`,
  tool: sql`kind = 'tool'`,
  source: sql`true`,
};

export type Sums = {
  micros: number;
  input_tokens: number;
  cached_input_tokens: number;
  cache_write_tokens: number;
  output_tokens: number;
  reasoning_tokens: number;
  entry_count: number;
  estimated_count: number;
  unknown_count: number;
  unpriced_count: number;
};
export type DayRow = Sums & { day: string; key: string };

const sums = sql`coalesce(sum(micros), 0)::bigint as micros,
  coalesce(sum(input_tokens), 0)::bigint as input_tokens,
  coalesce(sum(cached_input_tokens), 0)::bigint as cached_input_tokens,
  coalesce(sum(cache_write_tokens), 0)::bigint as cache_write_tokens,
  coalesce(sum(output_tokens), 0)::bigint as output_tokens,
  coalesce(sum(reasoning_tokens), 0)::bigint as reasoning_tokens,
  coalesce(sum(entry_count), 0)::bigint as entry_count,
  coalesce(sum(estimated_count), 0)::bigint as estimated_count,
  coalesce(sum(unknown_count), 0)::bigint as unknown_count,
  coalesce(sum(unpriced_count), 0)::bigint as unpriced_count`;

const daysOf = (asked: UsageQuestion): RawBuilder<unknown> => sql`from model_usage_days
  where workspace_id = ${asked.workspaceId} and day between ${asked.from}::date and ${asked.to}::date and ${whose(asked)}`;

/** By day and key; all keys but the `limit` that spent most are one, `others`. */
export async function listDays(tx: ReadTx, asked: UsageQuestion, by: models.UsageBy, limit: number): Promise<DayRow[]> {
  const { rows } = await sql<DayRow>`
    with days as (select *, ${keys[by]} as key ${daysOf(asked)} and ${kinds[by]}),
    most as (select key from days group by key order by sum(micros) desc, sum(entry_count) desc, key limit ${limit}),
    named as (select *, case when key in (select key from most) then key else 'others' end as shown from days)
    select day::text as day, shown as key, ${sums} from named group by day, shown order by day, micros desc, shown
  `.execute(from(tx));
  return rows;
}

export async function sumDays(tx: ReadTx, asked: UsageQuestion, by: models.UsageBy): Promise<Sums> {
  const { rows } = await sql<Sums>`select ${sums} ${daysOf(asked)} and ${kinds[by]}`.execute(from(tx));
  return rows[0] as Sums;
}

export async function sumHeld(tx: ReadTx, asked: UsageQuestion): Promise<{ count: number; micros: number }> {
  const { rows } = await sql<{ count: number; micros: number }>`
    select count(*)::int as count, coalesce(sum(micros), 0)::bigint as micros from model_reservations
    where workspace_id = ${asked.workspaceId} and settled_at is null and expires_at > ${tx.now} and ${whose(asked)}
  `.execute(from(tx));
  return rows[0] ?? { count: 0, micros: 0 };
}

/** Entries of the ledger, the newest first, after one of them. */
export async function listEntries(
  tx: ReadTx,
  asked: UsageQuestion,
  { after, limit }: { after?: models.UsageEntryId | undefined; limit: number },
): Promise<LedgerRow[]> {
  const rest = after === undefined ? sql`true` : sql`id < ${after}`;
  const { rows } = await sql<LedgerRow>`
    select * from model_ledger
    where workspace_id = ${asked.workspaceId} and ${whose(asked)} and ${rest}
      and at >= ${asked.from}::date and at < ${asked.to}::date + 1
    order by id desc limit ${limit}
  `.execute(from(tx));
  return rows;
}

export type LedgerDay = { day: string; model_id: string; input_tokens: number; output_tokens: number; micros: number };

/** What the ledger has of a provider's models, by day. */
export async function listProviderDays(
  tx: ReadTx,
  providerId: models.ProviderId,
  { from: first, to }: { from: string; to: string },
): Promise<LedgerDay[]> {
  const { rows } = await sql<LedgerDay>`
    select day::text as day, model_id, sum(input_tokens)::bigint as input_tokens,
      sum(output_tokens)::bigint as output_tokens, sum(micros)::bigint as micros
    from model_usage_days
    where provider_id = ${providerId} and kind = 'model' and day between ${first}::date and ${to}::date
      and workspace_id = (select workspace_id from model_providers where id = ${providerId})
    group by day, model_id order by day, model_id
  `.execute(from(tx));
  return rows;
}
