/** What a run found, as a table for people and as JSON for programs. */
import { cpus, loadavg, totalmem } from "node:os";
import type { Goal, Result } from "./result.ts";
import { isMet, ratioOf } from "./result.ts";
import type { Spread } from "./statistics.ts";

export type Judged = Result & { readonly goal: Goal | undefined };

const heading = ["scenario", "ours: median (min–max)", "baseline", "ratio", "goal", "met"];

export function toTable(results: readonly Judged[]): string {
  const rows = [heading, ...results.map(cells)];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [head = "", ...body] = rows.map(
    (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`,
  );
  return [head, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body].join("\n");
}

function cells(result: Judged): string[] {
  const { name, unit, ours, baseline, goal } = result;
  const met = isMet(result, goal);
  return [
    name,
    `${figures(ours)} ${unit}`,
    baseline ? `${figures(baseline)} ${unit}: ${baseline.name}` : "",
    ratioOf(result)?.toFixed(2) ?? "",
    goal ? goalText(goal) : "",
    met === undefined ? "" : met ? "yes" : "no",
  ];
}

const figures = ({ median, min, max }: Spread): string =>
  min === max ? figure(median) : `${figure(median)} (${figure(min)}–${figure(max)})`;

const figure = (value: number): string =>
  value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });

const goalText = ({ atLeast, atMost, ratioAtLeast, ratioAtMost }: Goal): string =>
  [
    atLeast !== undefined && `≥ ${figure(atLeast)}`,
    atMost !== undefined && `≤ ${figure(atMost)}`,
    ratioAtLeast !== undefined && `≥ ${ratioAtLeast} × baseline`,
    ratioAtMost !== undefined && `≤ ${ratioAtMost} × baseline`,
  ]
    .filter(Boolean)
    .join(", ");

/** The load is that of the minute before the run: above 0.5 others had a share in what was measured. */
export const machine = {
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 1_024 ** 3),
  platform: `${process.platform}-${process.arch}`,
  bun: Bun.version,
  loadBefore: Number((loadavg()[0] ?? 0).toFixed(1)),
};

export function toMarkdown(results: readonly Judged[], date: string): string {
  const { cores, memoryGiB, platform, bun, loadBefore } = machine;
  return `# Measured

Written by \`npm run bench\` on ${date}; ${cores} cores, ${memoryGiB} GiB, ${platform}, Bun ${bun}, PostgreSQL 18 with fsync. The server, the
database and the load shared these cores, and each scenario began with a fresh server. All sides were measured in the same run:
compare the columns with each other and not with another machine's. Rounds differ by what else the machine does; the
range says by how much. The load in the minute before the run was ${loadBefore}: above 0.5, others had a share in these figures.
After each scenario that posts, every acknowledged message was found stored, and the numbers of its room without a hole.

${toTable(results)}

${toNotes(results)}
`;
}

export const toNotes = (results: readonly Judged[]): string =>
  results.flatMap(({ name, note }) => (note ? [`- **${name}**: ${note}.`] : [])).join("\n");
