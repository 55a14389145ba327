import type { models } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { roomFacts, roomScope } from "../../rooms/index.ts";
import { listProviderNames } from "../store/providers.ts";

type Names = ReadonlyMap<string, string>;

const isId = (text: string): boolean => /^[\da-f-]{36}$/.test(text);

const listNames: Record<models.UsageBy, (tx: ReadTx, keys: readonly string[], reader: string) => Promise<Names>> = {
  member: listPeople,
  assistant: listPeople,
  room: listRooms,
  provider: listProviders,
  async model(tx, keys) {
    const providers = await listProviders(
      tx,
      keys.map((key) => key.split("/")[0] ?? ""),
    );
    return new Map(
      keys.map((key) => {
        const [providerId = "", ...modelId] = key.split("/");
        return [key, [modelId.join("/"), providers.get(providerId)].filter(Boolean).join(" · ")];
      }),
    );
  },
  tool: async (_, keys) => new Map(keys.map((key) => [key, key])),
  /** Providers of models by their names, sources of tools by the short names that their tools are called by. */
  source: async (tx, keys) =>
    new Map([...keys.map((key) => [key, isId(key) ? "" : key] as const), ...(await listProviders(tx, keys))]),
};

/** By these there are keys that are no ids. */
const freeKeys = new Set<models.UsageBy>(["model", "tool", "source"]);

/** The names of what usage is grouped by, as far as the reader may know them. */
export const namesOf = (tx: ReadTx, by: models.UsageBy, keys: Iterable<string>, reader: string): Promise<Names> =>
  listNames[by](
    tx,
    [...new Set(keys)].filter((key) => freeKeys.has(by) || isId(key)),
    reader,
  );

async function listPeople(tx: ReadTx, ids: readonly string[]): Promise<Names> {
  const refs = await listAccountRefs(tx, ids);
  return new Map([...refs.values()].map(({ id, name }) => [id, name]));
}

async function listProviders(tx: ReadTx, ids: readonly string[]): Promise<Names> {
  const names = await listProviderNames(tx, [...new Set(ids.filter(isId))]);
  return new Map([...names].map(([id, { name }]) => [id, name]));
}

/** What it costs to ask in a private room may be seen by who may see all usage; how the room is called may not. */
async function listRooms(tx: ReadTx, ids: readonly string[], reader: string): Promise<Names> {
  const access = await roomScope.resolve(
    tx,
    ids.map((id) => ({ id, accountId: reader })),
  );
  return new Map(access.flatMap((one) => (one ? [[one.id, roomFacts(one).name ?? ""] as const] : [])));
}
