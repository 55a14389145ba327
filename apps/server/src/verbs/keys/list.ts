import { countAll, type Keys, sumOf } from "./keys.ts";

export async function listKeys(keys: Keys): Promise<string> {
  const counts = Map.groupBy(await countAll(keys), ({ keyId }) => keyId);
  const { keyIds } = keys.vault;
  const lost = [...counts.keys()].filter((keyId) => !keyIds.includes(keyId));
  return [...keyIds, ...lost]
    .map((keyId, index) => {
      const count = sumOf(counts.get(keyId) ?? []);
      const isHeld = index < keyIds.length;
      const use = index === 0 ? "seals and opens" : isHeld ? "opens" : "is not held: what it sealed cannot be opened";
      return `${keyId.padEnd(10)} ${String(count).padStart(8)} texts   ${use}${isHeld && index > 0 && count === 0 ? "; may be retired" : ""}`;
    })
    .join("\n");
}
