// What was used and what it cost: from a ledger in which nothing is ever changed.
import { z } from "zod";
import { AccountId, defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { definePermission } from "../kit/permission.ts";
import { defineRoute, pageQuery } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { RoomId } from "../rooms/room.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { ModelId, ProviderId } from "./choice.ts";
import { ProviderNotFound } from "./provider.ts";

export const UsageView = definePermission("usage.view", {
  on: "workspace",
  description: "See what everyone spends on AI models and tools",
  changes: false,
  roles: ["admin"],
});

export const usageLimits = { days: 400, keys: 30, exportedEntries: 10_000, reconciledRows: 5_000 } as const;

export const UsageEntryId = defineId("UsageEntryId");
export type UsageEntryId = z.output<typeof UsageEntryId>;

/** Whether the provider told, we counted, or nobody knows. */
export const UsageQuality = z.enum(["reported", "estimated", "unknown"]);
export type UsageQuality = z.output<typeof UsageQuality>;

/** `inputTokens` with those that were cached or are kept, `outputTokens` with those of the reasoning. */
const TokenCounts = z.object({
  inputTokens: z.int(),
  cachedInputTokens: z.int(),
  cacheWriteTokens: z.int(),
  outputTokens: z.int(),
  reasoningTokens: z.int(),
});

/** A request to a model, or a paid call of a tool. */
export const UsageEntry = z
  .object({
    id: UsageEntryId,
    at: Timestamp,
    kind: z.enum(["model", "tool"]),
    accountId: AccountId,
    assistantId: AccountId.nullable(),
    roomId: RoomId.nullable(),
    runId: z.uuid().nullable(),
    step: z.int(),
    providerId: ProviderId.nullable(),
    modelId: z.string().meta({ description: "Or the tool, as `source__tool`." }),
    personal: z.boolean().meta({ description: "With a key of one's own." }),
    tokens: TokenCounts.nullable().meta({ description: "Null where nobody knows them." }),
    quality: UsageQuality,
    micros: z.int().nullable().meta({ description: "Millionths of a dollar; null where the cost is not known." }),
    priceVersion: z.int().nullable(),
  })
  .meta({ id: "UsageEntry" });
export type UsageEntry = z.output<typeof UsageEntry>;

const sums = {
  micros: z.int(),
  tokens: TokenCounts,
  entryCount: z.int(),
  estimatedCount: z.int().meta({ description: "Entries whose tokens we counted ourselves." }),
  unknownCount: z
    .int()
    .meta({ description: "Entries of which nobody knows the tokens; they are not counted as none." }),
  unpricedCount: z.int().meta({ description: "Entries whose cost is not known; `micros` is without them." }),
};
export const UsageSums = z.object(sums).meta({ id: "UsageSums" });
export type UsageSums = z.output<typeof UsageSums>;

export const Day = z.iso
  .date()
  .regex(/^2/, "must be after the year 2000")
  .meta({ examples: ["2026-11-25"] });

export const UsageBy = z.enum(["member", "assistant", "room", "model", "provider", "tool", "source"]);
export type UsageBy = z.output<typeof UsageBy>;

/** What was used on a day by one of what it is grouped by. */
export const UsageRow = z
  .object({
    day: Day,
    key: z.string().meta({
      description:
        "The id of the member, assistant, room or provider; of a model `provider/model`; of a source of tools its short name; empty where there was none; `others` are all beyond the 30 that spent most.",
    }),
    name: z.string().meta({ description: "Empty where it is not for you to know, such as of a private room." }),
    ...sums,
  })
  .meta({ id: "UsageRow" });
export type UsageRow = z.output<typeof UsageRow>;

export const UsageReport = z
  .object({
    from: Day,
    to: Day,
    rows: z.array(UsageRow),
    total: UsageSums,
    held: z
      .object({ count: z.int(), micros: z.int() })
      .meta({ description: "Held for answers that are being written." }),
  })
  .meta({ id: "UsageReport" });
export type UsageReport = z.output<typeof UsageReport>;

const asked = {
  workspaceId: WorkspaceId,
  from: Day.optional().meta({ description: "In UTC; 30 days ago unless told." }),
  to: Day.optional().meta({ description: "With this day; today unless told." }),
  whose: z
    .enum(["mine", "all"])
    .default("mine")
    .meta({ description: "`all` asks for the right to see all usage; keys of others' own are not in it." }),
};

export const getUsage = defineRoute("models.get_usage", {
  http: "GET /workspaces/:workspaceId/usage",
  summary: "What was used and spent by day: yours, or everyone's",
  permission: WorkspaceView,
  input: z.strictObject({ ...asked, by: UsageBy.default("model") }),
  output: UsageReport,
  limit: limits.read,
});

export const listUsageEntries = defineRoute("models.list_usage_entries", {
  http: "GET /workspaces/:workspaceId/usage/entries",
  summary: "Every request to a model and every paid call of a tool, the newest first",
  permission: WorkspaceView,
  input: z.strictObject({ ...asked, ...pageQuery }),
  output: z.array(UsageEntry),
  cursor: z.object({ id: UsageEntryId }),
  limit: limits.read,
});

export const exportUsage = defineRoute("models.export_usage", {
  http: "GET /workspaces/:workspaceId/usage/export",
  summary: "The same entries as a table (CSV)",
  permission: WorkspaceView,
  input: z.strictObject(asked),
  output: z.object({
    fileName: z.string(),
    content: z.string().meta({ description: "CSV after RFC 4180, in UTF-8." }),
    entryCount: z.int(),
    complete: z.boolean().meta({ description: "False where there are more entries than one table may hold." }),
  }),
  limit: limits.create,
});

/** What a provider's own statement says of a day and a model. */
const StatementRow = z.strictObject({
  day: Day,
  modelId: ModelId,
  inputTokens: z.int().min(0).optional(),
  outputTokens: z.int().min(0).optional(),
  micros: z.int().min(0).optional(),
});

const Pair = z.object({ theirs: z.int().nullable(), ours: z.int() });

export const ReconciledRow = z
  .object({
    day: Day,
    modelId: z.string(),
    inputTokens: Pair,
    outputTokens: Pair,
    micros: Pair,
    agrees: z.boolean().meta({ description: "Whether all that the statement tells is as in the ledger." }),
  })
  .meta({ id: "ReconciledRow" });
export type ReconciledRow = z.output<typeof ReconciledRow>;

export const reconcileUsage = defineRoute("models.reconcile_usage", {
  http: "POST /workspaces/:workspaceId/usage/reconcile",
  summary: "Hold a provider's own statement against the ledger, by day and model",
  permission: UsageView,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    providerId: ProviderId,
    rows: z.array(StatementRow).min(1).max(usageLimits.reconciledRows),
  }),
  output: z.array(ReconciledRow),
  errors: [ProviderNotFound],
  limit: limits.create,
  example: { rows: [{ day: "2026-11-25", modelId: "pilot-large", inputTokens: 1_200, outputTokens: 300 }] },
});
