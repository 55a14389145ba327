import type { Workspace } from "@althing/sdk";
import { type Connection, useConnection, useWorkspace } from "../../../connection/index.ts";
import { shelvesOf } from "../shelf/shelf.ts";
import { keepShelves } from "./kept.ts";
import { Uploads } from "./uploads.ts";

const opened = new WeakMap<Workspace, Uploads>();

export const useUploads = (): Uploads => uploadsOf(useWorkspace(), useConnection());

export function uploadsOf(workspace: Workspace, { client, storage }: Connection): Uploads {
  const known = opened.get(workspace);
  if (known) return known;
  const shelves = shelvesOf(workspace);
  const uploads = new Uploads({ client, shelves, workspaceId: workspace.id });
  opened.set(workspace, uploads);
  const name = `${workspace.state.accountId}:${workspace.id}`;
  void keepShelves({ shelves, storage, client, name, uploads });
  return uploads;
}
