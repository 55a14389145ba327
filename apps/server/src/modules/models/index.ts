// Models: providers and their keys, who may use which model, and what it all costs.
import { models } from "@althing/contract";
import { outside, read, write } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { membershipHooks } from "../workspaces/index.ts";
import { createProvider } from "./actions/create-provider.ts";
import { deleteBill } from "./actions/delete-bill.ts";
import { deleteBudget } from "./actions/delete-budget.ts";
import { deleteProvider } from "./actions/delete-provider.ts";
import { removeModel } from "./actions/remove-model.ts";
import { setBill } from "./actions/set-bill.ts";
import { setBudget, setOwnBudget } from "./actions/set-budget.ts";
import { setModel } from "./actions/set-model.ts";
import { setTranscription } from "./actions/set-transcription.ts";
import { takeProviders } from "./actions/take-providers.ts";
import { testProvider } from "./actions/test-provider.ts";
import { updateProvider } from "./actions/update-provider.ts";
import { cleanUp, cleanUpSchedule } from "./jobs/clean-up.ts";
import { createModels } from "./migrations/001_models.ts";
import { createTranscriptions } from "./migrations/002_transcriptions.ts";
import { createBills } from "./migrations/003_bills.ts";
import { exportUsage } from "./queries/export-usage.ts";
import { getUsage } from "./queries/get-usage.ts";
import { listBilledProviders } from "./queries/list-billed-providers.ts";
import { listBills } from "./queries/list-bills.ts";
import { listBudgets } from "./queries/list-budgets.ts";
import { listModels } from "./queries/list-models.ts";
import { listUsageEntries } from "./queries/list-usage-entries.ts";
import { getProvider, listProviders } from "./queries/providers.ts";
import { reconcileUsage } from "./queries/reconcile-usage.ts";
import { getTranscription } from "./queries/transcription.ts";
import { providerKey } from "./sealed.ts";

export { record } from "./actions/record.ts";
export { release } from "./actions/release.ts";
export { reserve, type Spending } from "./actions/reserve.ts";
export { type Settlement, settle } from "./actions/settle.ts";
export { costOf, mostItMayCost } from "./cost.ts";
export { requireModelAllowed } from "./queries/find-allowed.ts";
export { chooseModels, openModels, type ResolvedModel } from "./queries/resolve-models.ts";
export {
  findTranscriber,
  type ResolvedTranscription,
  resolveTranscription,
  type Transcriber,
} from "./queries/resolve-transcription.ts";
export type { ReservationId } from "./tables.ts";

membershipHooks.register({
  onCreated: async () => undefined,
  onArrival: async () => undefined,
  onDeparture: takeProviders,
  checkRooms: async () => undefined,
});

export const modelsModule = defineModule({
  name: "models",
  migrations: [createModels, createTranscriptions, createBills],
  sealed: [providerKey],
  jobs: [cleanUp],
  schedules: [cleanUpSchedule],
  routes: [
    read(models.listProviders, listProviders),
    read(models.getProvider, getProvider),
    outside(models.createProvider, createProvider),
    outside(models.updateProvider, updateProvider),
    write(models.deleteProvider, deleteProvider),
    outside(models.testProvider, testProvider),

    outside(models.listModels, listModels),
    write(models.setModel, setModel),
    write(models.removeModel, removeModel),

    read(models.getTranscription, getTranscription),
    write(models.setTranscription, setTranscription),

    read(models.listBudgets, listBudgets),
    write(models.setBudget, setBudget),
    write(models.setOwnBudget, setOwnBudget),
    write(models.deleteBudget, deleteBudget),

    read(models.getUsage, getUsage),
    read(models.listUsageEntries, listUsageEntries),
    read(models.exportUsage, exportUsage),
    read(models.reconcileUsage, reconcileUsage),

    read(models.listBills, listBills),
    read(models.listBilledProviders, listBilledProviders),
    write(models.setBill, setBill),
    write(models.deleteBill, deleteBill),
  ],
});
