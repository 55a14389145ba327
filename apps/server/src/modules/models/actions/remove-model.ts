import { models } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireProvider } from "../queries/require-provider.ts";
import { deleteModel } from "../store/models.ts";
import { lockProvider } from "../store/providers.ts";
import { announceProvider } from "./announce-provider.ts";

export const removeModel: WriteAction<typeof models.removeModel> = async (tx, call) => {
  await requireProvider(tx, call);
  const provider = (await lockProvider(tx, call.input.providerId)) ?? fail(models.ProviderNotFound);
  if (!(await deleteModel(tx, call.input))) fail(models.ModelNotFound);
  await announceProvider(tx, provider);
  return null;
};
