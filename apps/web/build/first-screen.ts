/** What the first screen is made of beside what every page needs goes into one file: a workspace's frame with a room in it. */
import { join } from "node:path";

const pages = ["features.ts", "shell/frame/workspace-frame.tsx", "features/messages/room-page.tsx"];
const roots = pages.map((path) => join(import.meta.dirname, "../src", path));

/** What a door names and so reaches for everyone, though few use it: each icon, and what sends files. */
const later = ["/lucide-react/", "/sdk/src/files/"];

type Graph = { getModuleInfo(id: string): { importedIds: readonly string[] } | null };

/** Names that file for modules that are in it. One for each build: it remembers what it found. */
export function createFirstScreen() {
  let found: ReadonlySet<string> | undefined;
  return (id: string, graph: Graph): string | null => {
    found ??= findReached(graph);
    return found.has(id) ? "first-screen" : null;
  };
}

function findReached(graph: Graph): ReadonlySet<string> {
  const reached = new Set<string>();
  const walk = (id: string) => {
    if (reached.has(id) || later.some((part) => id.includes(part))) return;
    reached.add(id);
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) walk(next);
  };
  for (const root of roots) walk(root);
  return reached;
}
