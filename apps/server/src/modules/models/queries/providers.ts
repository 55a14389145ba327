import type { models } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { listModelRows } from "../store/models.ts";
import { listProviderRows } from "../store/providers.ts";
import { viewProvider, viewProviderDetail } from "../views.ts";
import { requireProvider } from "./require-provider.ts";

export const listProviders: ReadAction<typeof models.listProviders> = async (tx, { actor, input }) =>
  (await listProviderRows(tx, input.workspaceId, requireAccount(actor).account.id)).map(viewProvider);

export const getProvider: ReadAction<typeof models.getProvider> = async (tx, call) => {
  const row = await requireProvider(tx, call);
  return viewProviderDetail(row, await listModelRows(tx, [row.id]));
};
