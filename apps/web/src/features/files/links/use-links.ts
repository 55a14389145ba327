import type { Client, Workspace } from "@althing/sdk";
import { useEffect, useSyncExternalStore } from "react";
import { useClient, useLiveStatus, useWorkspace } from "../../../connection/index.ts";
import { Links, type Wanted } from "./links.ts";

/** By what a session opens anew: an address ends with the session that asked for it. */
const opened = new WeakMap<Workspace, Links>();

export function useLinks(): Links {
  const client = useClient();
  const workspace = useWorkspace();
  const links = opened.get(workspace) ?? linksOf(client);
  opened.set(workspace, links);
  return links;
}

const linksOf = ({ files }: Client): Links =>
  new Links({
    ask: async (wanted) => (await files.linkFiles({ files: wanted as never })).links,
    soon: (work) => void setTimeout(work),
    now: Date.now,
  });

/** Where files can be fetched from, in the order they are wanted; an address is empty until it is known. */
export function useLinksTo(wanted: readonly Wanted[]): readonly string[] {
  const links = useLinks();
  const isLive = useLiveStatus().state === "live";
  const key = wanted.map(({ id, variant }) => `${variant} ${id}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is wanted is known by its key, and who was cut off asks again.
  useEffect(() => {
    for (const one of wanted) links.want(one);
  }, [links, key, isLive]);
  const read = () => wanted.map((one) => links.read(one) ?? "").join("\n");
  return useSyncExternalStore(links.subscribe, read).split("\n");
}
