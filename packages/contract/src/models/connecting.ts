// Connecting providers: with a key that goes in and never comes out again.
import { z } from "zod";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { line, Timestamp } from "../kit/text.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { ProviderId } from "./choice.ts";
import { ProviderModel } from "./model.ts";
import {
  Provider,
  ProviderAddressRefused,
  ProviderApi,
  ProviderIdTaken,
  ProviderKeyNeeded,
  ProviderKind,
  ProviderLimitReached,
  ProviderNotFound,
  providerLimits,
} from "./provider.ts";

/** What came of the last look at the provider. */
export const ProviderCheck = z
  .object({
    ok: z.boolean(),
    code: z.enum(["ok", "no_key", "wrong_key", "unreachable", "timeout", "busy", "no_list"]).meta({
      description: "`no_list`: it answers, but does not tell its models; add them by hand if the address is right.",
    }),
    message: z.string().meta({ description: "In words, what is wrong and what to do." }),
    at: Timestamp,
  })
  .meta({ id: "ProviderCheck" });
export type ProviderCheck = z.output<typeof ProviderCheck>;

/** With what is behind it, for those who may change it. The key itself never comes out again. */
export const ProviderDetail = Provider.extend({
  api: ProviderApi.nullable(),
  baseUrl: z.string().nullable().meta({ description: "Null is the provider's own address." }),
  key: z
    .object({
      ending: z
        .string()
        .meta({ description: "Its last four characters; empty where it is too short to show any of it." }),
      fingerprint: z.string().meta({ description: "Tells keys apart." }),
      setAt: Timestamp,
    })
    .nullable(),
  check: ProviderCheck.nullable(),
  models: z.array(ProviderModel),
}).meta({ id: "ProviderDetail" });
export type ProviderDetail = z.output<typeof ProviderDetail>;

const BaseUrl = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url !== undefined && url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  }, "must be without credentials, query and fragment")
  .meta({ examples: ["https://models.example.org/v1"] });

const Key = z
  .string()
  .trim()
  .min(1)
  .max(providerLimits.keyLength)
  .regex(/^[\x21-\x7e]+$/, "must be without spaces and line breaks");

const named = { workspaceId: WorkspaceId, providerId: ProviderId };
export type ProviderInWorkspace = { workspaceId: WorkspaceId; providerId: ProviderId };

export const listProviders = defineRoute("models.list_providers", {
  http: "GET /workspaces/:workspaceId/providers",
  summary: "The providers you may use: the workspace's and your own",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(Provider),
  limit: limits.read,
  etag: true,
});

export const getProvider = defineRoute("models.get_provider", {
  http: "GET /workspaces/:workspaceId/providers/:providerId",
  summary: "A provider with its address, the end of its key, and all of its models",
  permission: WorkspaceView,
  input: z.strictObject(named),
  output: ProviderDetail,
  errors: [ProviderNotFound],
  limit: limits.read,
  etag: true,
});

export const createProvider = defineRoute("models.create_provider", {
  http: "POST /workspaces/:workspaceId/providers",
  summary: "Connect a provider for the workspace, or one of your own that only you see and use",
  permission: WorkspaceView,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    id: ProviderId.optional().meta({ description: "Chosen by you, so that a repeated request is the same one." }),
    personal: z.boolean().default(false),
    kind: ProviderKind,
    api: ProviderApi.optional(),
    name: line(60),
    baseUrl: BaseUrl.optional().meta({ description: "The provider's own unless told; `compatible` needs one." }),
    key: Key.optional(),
  }),
  output: ProviderDetail,
  status: 201,
  errors: [ProviderLimitReached, ProviderAddressRefused, ProviderIdTaken],
  limit: limits.create,
  example: {
    kind: "compatible",
    name: "Harbour models",
    baseUrl: "https://models.example.org/v1",
    key: "sk-0123456789",
  },
});

export const updateProvider = defineRoute("models.update_provider", {
  http: "PATCH /workspaces/:workspaceId/providers/:providerId",
  summary: "Change a provider, give it a new key, or switch it off",
  permission: WorkspaceView,
  input: z.strictObject({
    ...named,
    name: line(60).optional(),
    api: ProviderApi.optional(),
    baseUrl: BaseUrl.nullable().optional(),
    key: Key.nullable().optional().meta({ description: "Null takes the key away." }),
    enabled: z.boolean().optional(),
  }),
  output: ProviderDetail,
  errors: [ProviderNotFound, ProviderAddressRefused, ProviderKeyNeeded],
  limit: limits.write,
  ifMatch: true,
  example: { name: "Models of the harbour" },
});

export const deleteProvider = defineRoute("models.delete_provider", {
  http: "DELETE /workspaces/:workspaceId/providers/:providerId",
  summary: "Delete a provider and its key; assistants that used it take their next model, or answer by search",
  permission: WorkspaceView,
  input: z.strictObject(named),
  output: z.null(),
  errors: [ProviderNotFound],
  limit: limits.write,
});

export const testProvider = defineRoute("models.test_provider", {
  http: "POST /workspaces/:workspaceId/providers/:providerId/test",
  summary: "Ask the provider for its models: whether key and address are right, and what it has",
  permission: WorkspaceView,
  input: z.strictObject(named),
  output: ProviderDetail,
  errors: [ProviderNotFound],
  limit: limits.create,
});
