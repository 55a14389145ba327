import { countAll, type Keys, sumOf } from "./keys.ts";

export async function listKeys(keys: Keys): Promise<string> {
  const counts = Map.groupBy(await countAll(keys), ({ keyId }) => keyId);
  const held: readonly string[] = keys.vault.sealer.keyIds;
  const lost = [...counts.keys()].filter((keyId) => !held.includes(keyId));
  return [...held, ...lost]
    .map((keyId) => {
      const count = sumOf(counts.get(keyId) ?? []);
      return `${keyId.padEnd(10)} ${String(count).padStart(8)} texts   ${useOf(held.indexOf(keyId), count)}`;
    })
    .join("\n");
}

function useOf(position: number, count: number): string {
  if (position < 0) return "is not held: what it sealed cannot be opened";
  if (position === 0) return "seals and opens";
  return count === 0 ? "opens; may be retired" : "opens";
}
