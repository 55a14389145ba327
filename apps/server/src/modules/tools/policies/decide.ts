// Whether a call may be made, must be asked about, or is forbidden. Pure; what tools say of themselves plays no part.
import type { AccountId, rooms, tools } from "@althing/contract";
import { matches } from "../definitions/names.ts";
import type { PolicyRow } from "../tables.ts";

export type Verdict = {
  readonly decision: tools.ToolDecision;
  readonly reason: string;
  /** Whether the person may let it run in the room from now on: where nobody said that it must ask. */
  readonly mayRemember: boolean;
};

export type Question = {
  readonly tool: { readonly name: string; readonly isBuiltIn: boolean; readonly reads: boolean };
  readonly roomId: rooms.RoomId;
  readonly assistantId: AccountId | null;
  /** Whether the person allowed this tool, as it is, in this room. */
  readonly isGranted: boolean;
};

const strictness: readonly tools.ToolDecision[] = ["deny", "ask", "allow"];

export function decide(question: Question, policies: readonly PolicyRow[]): Verdict {
  const said = policies.filter((policy) => fits(policy, question));
  const [strictest] = said.toSorted((one, other) => rank(one) - rank(other));
  if (strictest) return { decision: strictest.decision, reason: reasonOf(strictest), mayRemember: false };
  const { tool, isGranted } = question;
  if (tool.isBuiltIn && tool.reads) {
    return { decision: "allow", reason: "It only reads, and only what you may read.", mayRemember: false };
  }
  if (isGranted) return { decision: "allow", reason: "You allowed it in this room.", mayRemember: false };
  return { decision: "ask", reason: "No policy covers it, so you are asked.", mayRemember: true };
}

const rank = ({ decision }: PolicyRow): number => strictness.indexOf(decision);

const fits = (policy: PolicyRow, { tool, roomId, assistantId }: Question): boolean =>
  matches(policy.pattern, tool.name) &&
  (policy.room_id === null || policy.room_id === roomId) &&
  (policy.assistant_id === null || policy.assistant_id === assistantId);

const words = { deny: "forbids it", ask: "says to ask each time", allow: "allows it" } as const;

function reasonOf({ room_id, assistant_id, pattern, decision }: PolicyRow): string {
  const whose = room_id ? "this room" : assistant_id ? "this assistant" : "the workspace";
  return `A policy of ${whose} for \`${pattern}\` ${words[decision]}.`;
}
