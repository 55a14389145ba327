// How often what happened, and how much of it, by tool and day. Rows are only added to, so reading them costs days, not calls.
import type { workspaces } from "@althing/contract";
import { sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { CountsTable, ToolTables } from "../tables.ts";

/** `ended`: bytes that came. `asked`: seconds until somebody decided. With a colon: a kind of failure, a step of time. */
export const counted = {
  ended: "ended",
  done: "done",
  failed: "failed:",
  took: "took:",
  asked: "asked",
  approved: "approved",
} as const;

export type Count = { readonly what: string; readonly sum?: number };

export async function addCounts(
  tx: WriteTx,
  of: { workspaceId: workspaces.WorkspaceId; name: string; at: Date },
  counts: readonly Count[],
): Promise<void> {
  if (counts.length === 0) return;
  const day = of.at.toISOString().slice(0, 10);
  await tx
    .writer<ToolTables>()
    .insertInto("tool_counts")
    // In one order everywhere, so that two who count wait for each other and never in a knot.
    .values(
      counts
        .toSorted((one, other) => (one.what < other.what ? -1 : 1))
        .map(({ what, sum = 0 }) => ({ workspace_id: of.workspaceId, name: of.name, day, what, count: 1, sum })),
    )
    .onConflict((on) =>
      on.columns(["workspace_id", "name", "day", "what"]).doUpdateSet({
        count: sql<number>`tool_counts.count + excluded.count`,
        sum: sql<number>`tool_counts.sum + excluded.sum`,
      }),
    )
    .execute();
}

export type CountRow = Pick<CountsTable, "name" | "what" | "count" | "sum"> & { lastDay: string };

export const listCounts = (tx: ReadTx, workspaceId: workspaces.WorkspaceId, since: string): Promise<CountRow[]> =>
  tx
    .reader<ToolTables>()
    .selectFrom("tool_counts")
    .select([
      "name",
      "what",
      sql<number>`sum(count)::float8`.as("count"),
      sql<number>`sum(sum)::float8`.as("sum"),
      sql<string>`max(day)::text`.as("lastDay"),
    ])
    .where("workspace_id", "=", workspaceId)
    .where("day", ">=", since)
    .groupBy(["name", "what"])
    .execute();
