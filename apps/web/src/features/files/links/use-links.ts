import type { Client } from "@althing/sdk";
import { useEffect, useSyncExternalStore } from "react";
import { useClient, useLiveStatus } from "../../../connection/index.ts";
import { Links, type Wanted } from "./links.ts";

const opened = new WeakMap<Client, Links>();

function linksOf(client: Client): Links {
  const known = opened.get(client);
  if (known) return known;
  const links = new Links({
    ask: async (wanted) => (await client.files.linkFiles({ files: wanted as never })).links,
    soon: (work) => void setTimeout(work),
    now: Date.now,
  });
  opened.set(client, links);
  return links;
}

export const useLinks = (): Links => linksOf(useClient());

/** Where a file can be fetched from; undefined until that is known. */
export function useLink(id: string, variant: Wanted["variant"], isWanted = true): string | undefined {
  const links = useLinks();
  // Who was cut off asks again.
  const isLive = useLiveStatus().state === "live";
  useEffect(() => {
    if (isWanted && isLive !== undefined) links.want({ id, variant });
  }, [links, id, variant, isWanted, isLive]);
  return useSyncExternalStore(links.subscribe, () => links.read({ id, variant }));
}
