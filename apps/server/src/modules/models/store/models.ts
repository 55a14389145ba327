import type { models } from "@althing/contract";
import { type Insertable, sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { ModelRow, ModelTables, PricedModelRow, PriceRow, ProviderModelsTable } from "../tables.ts";

const into = (tx: WriteTx) => tx.writer<ModelTables>();

type Listed = ModelRow & { [Column in "input" | "cached_input" | "cache_write" | "output"]: number | null };

const withPrices = ({ input, cached_input, cache_write, output, ...row }: Listed): PricedModelRow => ({
  ...row,
  own:
    input === null || cached_input === null || cache_write === null || output === null
      ? null
      : { input, cachedInput: cached_input, cacheWrite: cache_write, output },
});

const selectOf = defineStatement(
  "provider_models.of_providers",
  `select m.*, p.input, p.cached_input, p.cache_write, p.output
   from provider_models m left join model_prices p
     on p.provider_id = m.provider_id and p.model_id = m.model_id and p.version = m.price_version
   where m.provider_id = any ($1::uuid[]) order by m.provider_id, m.model_id collate "C"`,
);
/** With the prices that were set for them, by provider and id. */
export const listModelRows = async (
  tx: ReadTx,
  providerIds: readonly models.ProviderId[],
): Promise<PricedModelRow[]> =>
  providerIds.length === 0 ? [] : (await tx.query<Listed>(selectOf, [providerIds])).map(withPrices);

/** Adds what is not there yet. */
export const insertModels = async (tx: WriteTx, found: readonly Insertable<ProviderModelsTable>[]): Promise<void> => {
  if (found.length === 0) return;
  await into(tx)
    .insertInto("provider_models")
    .values([...found])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const putModel = async (tx: WriteTx, model: ModelRow): Promise<void> => {
  const { provider_id: _, model_id: __, ...values } = model;
  await into(tx)
    .insertInto("provider_models")
    .values(model)
    .onConflict((conflict) => conflict.columns(["provider_id", "model_id"]).doUpdateSet(values))
    .execute();
};

export const deleteModel = async (tx: WriteTx, { providerId, modelId }: models.ModelChoice): Promise<boolean> => {
  const { numDeletedRows } = await into(tx)
    .deleteFrom("provider_models")
    .where("provider_id", "=", providerId)
    .where("model_id", "=", modelId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

/** Writes the next version of a model's prices, and gives its number. The provider is locked. */
export const insertPrices = async (tx: WriteTx, prices: Omit<PriceRow, "version">): Promise<number> => {
  const { version } = await into(tx)
    .insertInto("model_prices")
    .values({
      ...prices,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from model_prices
        where provider_id = ${prices.provider_id} and model_id = ${prices.model_id})`,
    })
    .returning("version")
    .executeTakeFirstOrThrow();
  return version;
};
