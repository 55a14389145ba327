/**
 * How a run comes by tools. This module knows of tools only what stands here; the tools module registers the one box that
 * there is, and speaks with runs by `wakeRun` and `announceCalls`.
 */
import type { AccountId, accounts, assistants, messages, rooms, workspaces } from "@althing/contract";
import type { Platform } from "../../kernel/platform.ts";
import type { ReadTx, WriteTx } from "../../kernel/tx.ts";

type RunId = assistants.RunId;

/** What a toolbox may know of a run, and what its rights follow from: everything is done as the asker. */
export type RunFacts = {
  readonly runId: RunId;
  readonly workspaceId: workspaces.WorkspaceId;
  readonly roomId: rooms.RoomId;
  readonly assistantId: AccountId;
  readonly asker: accounts.AccountRef;
  readonly audience: "room" | "asker";
  /** Who will see the answer. */
  readonly readerIds: readonly AccountId[];
  readonly toolPatterns: readonly string[];
  /** The thread that it answers in. */
  readonly parentId: messages.MessageId | null;
};

export type OfferedTool = {
  /** As `source__tool`. */
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Record<string, unknown>;
};
export type ProposedCall = {
  readonly callId: assistants.ToolCallId;
  /** What the model calls it. */
  readonly modelCallId: string;
  readonly name: string;
  readonly arguments: unknown;
  /** Why the arguments could not be read, where they could not. */
  readonly invalid?: string;
};
export type CallOutcome = {
  readonly callId: assistants.ToolCallId;
  readonly modelCallId: string;
  readonly name: string;
  readonly output: string;
  readonly failed: boolean;
  /** What it cost; null where nobody said that it costs anything. */
  readonly micros: number | null;
};

export type Toolbox = {
  list(tx: ReadTx, run: RunFacts): Promise<OfferedTool[]>;
  /** Writes the calls down and decides each by policy; emits their events. A call that is known is passed over. */
  propose(tx: WriteTx, run: RunFacts, calls: readonly ProposedCall[]): Promise<void>;
  /**
   * Carries out every call of the run that may run now, and tells what the others wait for. Idempotent: a call that may
   * have run is never repeated unless it only reads.
   */
  perform(platform: Platform, run: RunFacts, signal: AbortSignal): Promise<Performed>;
  /** Of ended calls, in the order in which they were proposed. */
  outcomes(tx: ReadTx, runId: RunId): Promise<CallOutcome[]>;
  summaries(tx: ReadTx, runIds: readonly RunId[]): Promise<ReadonlyMap<RunId, assistants.ToolCallSummary[]>>;
  /** Ends the open calls of a run that is over. */
  cancel(tx: WriteTx, runId: RunId): Promise<void>;
};
export type Performed = "done" | "needs_approval" | "needs_sign_in";

const empty: Toolbox = {
  list: async () => [],
  propose: async () => undefined,
  perform: async () => "done",
  outcomes: async () => [],
  summaries: async () => new Map(),
  cancel: async () => undefined,
};

let registered = empty;

export const toolboxes = {
  register(toolbox: Toolbox): void {
    registered = toolbox;
  },
  get current(): Toolbox {
    return registered;
  },
};
