import type { tools } from "@althing/contract";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { standingOf } from "../../workspaces/index.ts";
import { operatorServersOf } from "../sources/operators.ts";
import { listSourceRows } from "../store/sources.ts";

/** `outside`, for what the operator runs is known to the process and to no table. */
export const listOfferedSources: OutsideAction<typeof tools.listOfferedSources> = async (platform, call) => {
  const rows = await platform.read((tx) => listSourceRows(tx, call.input.workspaceId));
  const taken = new Set(rows.flatMap(({ connection }) => (connection.kind === "operator" ? [connection.name] : [])));
  return operatorServersOf(platform)
    .offeredTo(standingOf(accessOf(call)).slug)
    .map(({ name, title, description }) => ({ name, title, description, connected: taken.has(name) }));
};
