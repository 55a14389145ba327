// Providers and the models that one may choose, once they were looked at.
import { models } from "@althing/contract";
import { change, drop, put } from "./records.ts";
import { on } from "./reducer.ts";
import type { Replica } from "./state.ts";

export const fromModels = (
  replica: Replica,
  workspaceId: string,
  loaded: { providers: readonly models.Provider[]; models: readonly models.Model[] },
): Replica => ({
  ...replica,
  providers: put(replica.providers, workspaceId, loaded.providers),
  models: put(replica.models, workspaceId, loaded.models),
});

/** They are unknown, until they are looked at again. */
export const withoutModels = (replica: Replica, workspaceId: string): Replica => ({
  ...replica,
  providers: drop(replica.providers, workspaceId),
  models: drop(replica.models, workspaceId),
});

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** The models of a provider, in place of those that it had. */
function withProvider(replica: Replica, workspaceId: string, providerId: string, told: Told | undefined): Replica {
  const provider = told ? [told.provider] : [];
  const mine = told ? told.models.filter((model) => mayChoose(replica, workspaceId, model)) : [];
  return {
    ...replica,
    providers: change(replica.providers, workspaceId, (all) =>
      [...all.filter(({ id }) => id !== providerId), ...provider].sort((one, other) => compare(one.id, other.id)),
    ),
    models: change(replica.models, workspaceId, (all) =>
      [...all.filter((model) => model.providerId !== providerId), ...mine].sort(
        (one, other) => compare(one.providerId, other.providerId) || compare(one.modelId, other.modelId),
      ),
    ),
  };
}

type Told = { readonly provider: models.Provider; readonly models: readonly models.Model[] };

function mayChoose({ workspaces }: Replica, workspaceId: string, { personal, roles }: models.Model): boolean {
  const workspace = workspaces[workspaceId];
  if (!workspace) return false;
  return personal ? workspace.permissions.includes(models.ModelBring.name) : isFor(roles, workspace.roles);
}

export const modelReducers = [
  on(models.ProviderChanged, (replica, { data }) =>
    withProvider(replica, data.provider.workspaceId, data.provider.id, data),
  ),
  on(models.ProviderDeleted, (replica, { data }) =>
    withProvider(replica, data.workspaceId, data.providerId, undefined),
  ),
  // Spending, budgets and bills are asked for where they are shown; who shows them looks again.
  ...[
    models.ModelUsed,
    models.BudgetWarned,
    models.BudgetSet,
    models.BudgetDeleted,
    models.BillSet,
    models.BillDeleted,
  ].map((event) => on(event, (replica) => replica)),
];

/** Whom a model is for: everyone, or who holds one of its roles. A browser has no functions of the contract. */
const isFor = (roles: readonly string[] | null, held: readonly string[]): boolean =>
  roles === null || held.includes("owner") || roles.some((role) => held.includes(role));
