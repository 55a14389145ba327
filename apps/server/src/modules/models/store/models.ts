import type { models } from "@althing/contract";
import { type Insertable, sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { ModelRow, ModelTables, PricedModelRow, PriceRow, ProviderModelsTable } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<ModelTables>();
const into = (tx: WriteTx) => tx.writer<ModelTables>();

type Listed = ModelRow & { [Column in "input" | "cached_input" | "cache_write" | "output"]: number | null };

const withPrices = ({ input, cached_input, cache_write, output, ...row }: Listed): PricedModelRow => ({
  ...row,
  own:
    input === null || cached_input === null || cache_write === null || output === null
      ? null
      : { input, cachedInput: cached_input, cacheWrite: cache_write, output },
});

/** With the prices that were set for them, by provider and id. */
export const listModelRows = async (
  tx: ReadTx,
  providerIds: readonly models.ProviderId[],
): Promise<PricedModelRow[]> => {
  if (providerIds.length === 0) return [];
  const rows = await from(tx)
    .selectFrom("provider_models as m")
    .leftJoin("model_prices as p", (join) =>
      join
        .onRef("p.provider_id", "=", "m.provider_id")
        .onRef("p.model_id", "=", "m.model_id")
        .onRef("p.version", "=", "m.price_version"),
    )
    .selectAll("m")
    .select(["p.input", "p.cached_input", "p.cache_write", "p.output"])
    .where("m.provider_id", "=", sql<models.ProviderId>`any (${providerIds})`)
    .orderBy("m.provider_id")
    .orderBy(sql`m.model_id collate "C"`)
    .execute();
  return rows.map(withPrices);
};

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
