// Asks the written questions of a server that has the chat, and judges what comes back by what answers them.
import type { knowledge, workspaces } from "@althing/contract";
import { quoteAnswer } from "@althing/server/knowledge";
import type { Person } from "@althing/testkit";
import written from "./questions.json" with { type: "json" };

export const kinds = ["shared", "reworded", "unanswerable"] as const;
export type Kind = (typeof kinds)[number];
export type Half = "tuning" | "held back";

export type Asked = {
  readonly kind: Kind;
  readonly half: Half;
  readonly question: string;
  /** The place of the first passage that answers, from 1; 0 where none of the first ten does. */
  readonly rightAt: number;
  /** The same among what is quoted. */
  readonly quotedAt: number;
  readonly answered: boolean;
  readonly coverage: number;
  readonly milliseconds: number;
  readonly best: string;
};

export async function askAll(person: Person, workspaceId: workspaces.WorkspaceId): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const kind of kinds) {
    for (const [index, one] of written[kind].entries()) {
      const right = "right" in one ? (one.right as readonly string[]) : [];
      const half = index % 2 === 0 ? "tuning" : "held back";
      asked.push({ kind, half, ...(await ask(person, workspaceId, one.question, right)) });
    }
  }
  return asked;
}

async function ask(
  person: Person,
  workspaceId: workspaces.WorkspaceId,
  question: string,
  right: readonly string[],
): Promise<Omit<Asked, "kind" | "half">> {
  const before = performance.now();
  const passages = await person.knowledge.findPassages({ workspaceId, question });
  const milliseconds = performance.now() - before;
  const { answered, used } = quoteAnswer(
    question,
    passages.map((passage) => ({ ...passage, at: new Date(passage.at) })),
  );
  const place = (texts: readonly string[]) => 1 + texts.findIndex((text) => right.some((piece) => holds(text, piece)));
  return {
    question,
    rightAt: place(passages.map(({ text }) => text)),
    quotedAt: place(used.map(({ quote }) => quote)),
    answered,
    coverage: Math.max(0, ...passages.slice(0, 1).map(({ coverage }: knowledge.Passage) => coverage)),
    milliseconds,
    best: passages[0]?.text ?? "",
  };
}

/** Compared without markup, which the import changes: only letters and digits count. */
const holds = (text: string, piece: string): boolean => bare(text).includes(bare(piece));
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
