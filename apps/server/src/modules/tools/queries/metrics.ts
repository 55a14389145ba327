import type { tools } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { percentile } from "../calls/steps-of-time.ts";
import { type CountRow, counted, listCounts } from "../store/counts.ts";

const dayMs = 86_400_000;

export const getToolMetrics: ReadAction<typeof tools.getToolMetrics> = async (tx, { input }) => {
  const since = new Date(tx.now.getTime() - (input.days - 1) * dayMs).toISOString().slice(0, 10);
  const byTool = Map.groupBy(await listCounts(tx, input.workspaceId, since), ({ name }) => name);
  return [...byTool]
    .map(([name, rows]) => viewMetrics(name, rows))
    .toSorted((one, other) => other.calls - one.calls || (one.name < other.name ? -1 : 1));
};

function viewMetrics(name: string, rows: readonly CountRow[]): tools.ToolMetrics {
  const of = (what: string) => rows.find((row) => row.what === what);
  const startingWith = (start: string) =>
    rows.filter(({ what }) => what.startsWith(start)).map((row) => ({ ...row, rest: row.what.slice(start.length) }));
  const failures = startingWith(counted.failed).map((row) => ({ ...row, kind: row.rest as tools.ToolFailureKind }));
  const steps = new Map(startingWith(counted.took).map(({ rest, count }) => [Number(rest), count]));
  const [calls, succeeded] = [of(counted.ended)?.count ?? 0, of(counted.done)?.count ?? 0];
  const asked = of(counted.asked);
  const [last] = failures.toSorted((one, other) => (one.lastDay > other.lastDay ? -1 : 1));
  return {
    name,
    calls,
    succeeded,
    failures: Object.fromEntries(failures.map(({ kind, count }) => [kind, count])),
    successRate: calls === 0 ? null : succeeded / calls,
    p50Ms: percentile(steps, 0.5),
    p95Ms: percentile(steps, 0.95),
    bytes: of(counted.ended)?.sum ?? 0,
    asked: asked?.count ?? 0,
    approved: of(counted.approved)?.count ?? 0,
    approvalSeconds: asked ? asked.sum / asked.count : null,
    lastFailure: last ? { kind: last.kind, at: last.lastDay } : null,
  };
}
