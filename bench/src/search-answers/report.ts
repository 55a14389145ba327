// What came of the questions, as a table for people.
import type { machine } from "../report.ts";
import { type Asked, type Half, type Kind, kinds } from "./ask.ts";

export type Score = {
  readonly kind: Kind;
  readonly half: Half;
  readonly count: number;
  readonly top1: number;
  readonly top3: number;
  readonly quotedRight: number;
  readonly answered: number;
  readonly declined: number;
};

type Latency = { readonly messages: number; readonly p50: number; readonly p95: number; readonly p99: number };
export type Found = {
  readonly date: string;
  readonly machine: typeof machine;
  readonly messages: number;
  readonly passages: number;
  readonly scores: readonly Score[];
  readonly latencies: readonly Latency[];
};

export const scoresOf = (asked: readonly Asked[]): Score[] =>
  kinds.flatMap((kind) =>
    (["tuning", "held back"] as const).map((half) => {
      const those = asked.filter((one) => one.kind === kind && one.half === half);
      const count = (is: (one: Asked) => boolean) => those.filter(is).length;
      return {
        kind,
        half,
        count: those.length,
        top1: count(({ rightAt }) => rightAt === 1),
        top3: count(({ rightAt }) => rightAt >= 1 && rightAt <= 3),
        quotedRight: count(({ answered, quotedAt }) => answered && quotedAt >= 1),
        answered: count(({ answered }) => answered),
        declined: count(({ answered }) => !answered),
      };
    }),
  );

const headings: Readonly<Record<Kind, string>> = {
  shared: "shares words with the answer",
  reworded: "says it in other words",
  unanswerable: "nobody answered it",
};

/** Of the whole request, at the 95th percentile, which is the goal for a search. */
const goalMs = 50;

export function toMarkdown({ date, machine: on, messages, passages, scores, latencies }: Found): string {
  const share = (part: number, whole: number) => `${part}/${whole}`;
  const rows = scores.map((score) =>
    score.kind === "unanswerable"
      ? `| ${headings[score.kind]} | ${score.half} | | | | | ${share(score.declined, score.count)} |`
      : `| ${headings[score.kind]} | ${score.half} | ${share(score.top1, score.count)} | ${share(score.top3, score.count)} | ${share(score.answered, score.count)} | ${share(score.quotedRight, score.answered)} | |`,
  );
  const times = latencies.map(
    (one) =>
      `| ${one.messages.toLocaleString("en")} | ${one.p50.toFixed(0)} ms | ${one.p95.toFixed(0)} ms | ${one.p99.toFixed(0)} ms | ${one.p95 <= goalMs ? "yes" : "no"} |`,
  );
  return `# Search answers, measured

${date}, on a fresh server without any model or key: ${messages.toLocaleString("en")} messages of #ubuntu (ten days; Kummerfeld et
al., ACL 2019, CC BY 4.0), brought in by \`althing import chat\`, of which ${passages.toLocaleString("en")} are passages.
${on.cores} cores, ${on.memoryGiB} GiB, load before the run ${on.loadBefore}. \`bun bench/src/search-answers/main.ts <folder>\` repeats it.

| a question that … | half | right first | right in the first 3 | answered | of these, quotes a right passage | declined |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

The questions (\`bench/src/search-answers/questions.json\`) were written before anything was tuned, by who also tuned, who saw the
answers of one half only while doing so. An answer counts as right where it holds one of the pieces of text that were written down
with the question. Reworded questions are where quoting ends and a model begins.

| passages | p50 | p95 | p99 | p95 ≤ ${goalMs} ms |
| --- | --- | --- | --- | --- |
${times.join("\n")}

Times are those of the whole request, as a client sees it; a load above 0.5 means that others had a share in them. To have a hundred thousand, the same chat stands there again and again,
which is harder than real life: each word is as frequent as in a room that only ever talks of one thing.
`;
}
