// Providers: services that run language models.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { AccountId } from "../kit/id.ts";
import { definePermission } from "../kit/permission.ts";
import { Timestamp } from "../kit/text.ts";
import { WorkspaceId } from "../workspaces/roles.ts";
import { ProviderId } from "./choice.ts";

export const ModelManage = definePermission("model.manage", {
  on: "workspace",
  description: "Connect AI providers, choose their models, set prices and budgets",
  roles: ["admin"],
});
export const ModelBring = definePermission("model.bring", {
  on: "workspace",
  description: "Use AI providers with keys of one's own",
  roles: ["admin", "member"],
});

export const providerLimits = { perWorkspace: 50, perAccount: 10, keyLength: 4_000 } as const;

export const ProviderNotFound = defineError("provider_not_found", {
  status: 404,
  title: "There is no such provider",
  message: "Check the id; it does not exist, was deleted, or is somebody's own.",
});
export const ProviderLimitReached = defineError("provider_limit_reached", {
  status: 409,
  title: "There are as many providers as there may be",
  message: "Delete one before you connect another.",
  data: z.object({ limit: z.int() }),
});
export const ProviderIdTaken = defineError("provider_id_taken", {
  status: 409,
  title: "This id belongs to another provider",
  message: "Make a new id for each new provider, and repeat it only to connect the very same one.",
});
export const ProviderAddressRefused = defineError("provider_address_refused", {
  status: 422,
  title: "This address cannot be used",
  message:
    "Give an address that begins with https:// and is reachable on the internet; for a service in your own network, whoever runs this server must allow its host.",
});
export const ProviderKeyNeeded = defineError("provider_key_needed", {
  status: 422,
  title: "Enter the key again",
  message: "A key is sent only to the address it was entered for; enter it once more together with the new address.",
});

export const ProviderKind = z.enum(["openai", "anthropic", "google", "compatible"]);
export type ProviderKind = z.output<typeof ProviderKind>;

/** How an OpenAI or compatible service is spoken to; the others have one way only. */
export const ProviderApi = z.enum(["chat", "responses"]);
export type ProviderApi = z.output<typeof ProviderApi>;

/** A provider as everyone sees who may use it. */
export const Provider = z
  .object({
    id: ProviderId,
    workspaceId: WorkspaceId,
    ownerId: AccountId.nullable().meta({ description: "Whose own it is; null is the workspace's." }),
    kind: ProviderKind,
    name: z.string(),
    enabled: z.boolean(),
    version: z.int(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Provider" });
export type Provider = z.output<typeof Provider>;
