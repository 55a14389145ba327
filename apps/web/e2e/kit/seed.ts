import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { workspaces } from "@althing/contract";
import type { Person } from "@althing/testkit/harbour";

const root = join(import.meta.dirname, "../../../..");

export type Demo = {
  readonly workspaceId: workspaces.WorkspaceId;
  /** The address of the workspace, or of something in it. */
  at(path?: string): string;
  /** The address of a room by its name. */
  room(name: string): string;
};

/** Fills the server with the demo workspace of `bin/seed`, which becomes its owner's. */
export async function seedDemo(url: string, owner: Person): Promise<Demo> {
  const program = [join(root, "bin/bun.mjs"), join(root, "apps/cli/src/main.ts"), "seed", "--json", "--url", url];
  const env = { ...process.env, ALTHING_TOKEN: await owner.session.token() };
  const { stdout } = await promisify(execFile)(process.execPath, program, { env });
  const { workspace } = JSON.parse(stdout) as { workspace: workspaces.Workspace };
  const rooms = await owner.rooms.listRooms({ workspaceId: workspace.id });
  const at = (path = "") => `/w/${workspace.slug}${path}`;
  return {
    workspaceId: workspace.id,
    at,
    room(name) {
      const found = rooms.find((room) => room.name === name);
      if (!found) throw new Error(`The demo workspace has no room ${name}`);
      return at(`/r/${found.id}`);
    },
  };
}
