// Models of providers: which are on, for whom, and what they cost.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { line, Timestamp } from "../kit/text.ts";
import { RoleName, RoleNotFound, WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { ModelId, ProviderId } from "./choice.ts";
import { ProviderKind, ProviderNotFound } from "./provider.ts";

export const modelLimits = { perProvider: 1_000, enabledPerProvider: 200, dearest: 10_000_000_000 } as const;

export const ModelNotFound = defineError("model_not_found", {
  status: 404,
  title: "The provider has no such model",
  message: "Choose one of its models, or add it by hand first.",
});
export const ModelLimitReached = defineError("model_limit_reached", {
  status: 409,
  title: "There are as many models as there may be",
  message: "Switch one off or remove one first.",
  data: z.object({ limit: z.int() }),
});

const Price = z.int().min(0).max(modelLimits.dearest);

/** Millionths of a dollar for a million tokens. */
export const Prices = z
  .strictObject({
    input: Price,
    cachedInput: Price.meta({ description: "For what the provider had kept of earlier requests." }),
    cacheWrite: Price.meta({ description: "For what it keeps for later ones." }),
    output: Price,
  })
  .meta({
    examples: [{ input: 250_000, cachedInput: 25_000, cacheWrite: 250_000, output: 2_000_000 }],
  });
export type Prices = z.output<typeof Prices>;

/** A model of a provider, on or off, for those who may change it. */
export const ProviderModel = z
  .object({
    modelId: z.string(),
    name: z.string(),
    enabled: z.boolean(),
    roles: z.array(z.string()).nullable().meta({ description: "Who may use it, by their roles; null is everyone." }),
    contextTokens: z.int().nullable(),
    takesImages: z.boolean(),
    source: z.enum(["discovered", "by_hand"]),
    prices: Prices.nullable().meta({
      description: "Without prices its cost is not known, and no budget can count it.",
    }),
    priceVersion: z
      .int()
      .nullable()
      .meta({ description: "Counts your own prices from 1; the built-in table has its date, as 20261120." }),
  })
  .meta({ id: "ProviderModel" });
export type ProviderModel = z.output<typeof ProviderModel>;

/** A model that is on. */
export const Model = ProviderModel.omit({ enabled: true, source: true })
  .extend({
    providerId: ProviderId,
    providerName: z.string(),
    providerKind: ProviderKind,
    personal: z.boolean().meta({ description: "Runs with a key of your own." }),
  })
  .meta({ id: "Model" });
export type Model = z.output<typeof Model>;

/** Whether it answers: as this server has seen it of late. */
export const ModelHealth = z
  .object({
    state: z
      .enum(["well", "failing", "recovering"])
      .meta({ description: "`failing` is not asked for a while; `recovering` is tried again with the next request." }),
    since: Timestamp.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: "ModelHealth" });
export type ModelHealth = z.output<typeof ModelHealth>;

/** Who holds one of these roles may use a model; the owner may use all. */
export const mayUse = (roles: readonly string[] | null, held: readonly string[]): boolean =>
  roles === null || held.includes("owner") || roles.some((role) => held.includes(role));

export const listModels = defineRoute("models.list", {
  http: "GET /workspaces/:workspaceId/models",
  summary: "The models you may choose, each with its provider, price and health",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(Model.extend({ health: ModelHealth }).meta({ id: "ModelNow" })),
  limit: limits.read,
});

const named = { workspaceId: WorkspaceId, providerId: ProviderId, modelId: ModelId };

export const setModel = defineRoute("models.set", {
  http: "PUT /workspaces/:workspaceId/providers/:providerId/models",
  summary: "Switch a model on or off, say who may use it and what it costs; or add one by hand",
  description: "What is left out stays as it is. New prices are a new version: what was spent before keeps its price.",
  permission: WorkspaceView,
  input: z.strictObject({
    ...named,
    name: line(120).optional(),
    enabled: z.boolean().optional().meta({ description: "A model added by hand is on unless told." }),
    roles: z.array(RoleName).min(1).max(20).nullable().optional(),
    contextTokens: z.int().min(256).max(100_000_000).nullable().optional(),
    takesImages: z.boolean().optional(),
    prices: Prices.nullable()
      .optional()
      .meta({ description: "Null goes back to the built-in table, if it knows the model." }),
  }),
  output: ProviderModel,
  errors: [ProviderNotFound, ModelLimitReached, RoleNotFound],
  limit: limits.write,
  example: { modelId: "pilot-large", enabled: true, contextTokens: 128_000 },
});

export const removeModel = defineRoute("models.remove", {
  http: "DELETE /workspaces/:workspaceId/providers/:providerId/models",
  summary: "Remove a model; it comes back when the provider is asked and still has it",
  permission: WorkspaceView,
  input: z.strictObject(named),
  output: z.null(),
  errors: [ProviderNotFound, ModelNotFound],
  limit: limits.write,
});
