/** What this module asks of the platform's models and of the modules knowledge and models, by one name each. */
import type { AccountId, accounts, assistants, messages, rooms, workspaces } from "@althing/contract";
import type { Platform } from "../../kernel/platform.ts";
import type { ReadTx, WriteTx } from "../../kernel/tx.ts";

type MessageId = messages.MessageId;
type RoomId = rooms.RoomId;
type WorkspaceId = workspaces.WorkspaceId;
type AccountRef = accounts.AccountRef;

export type ModelEndpoint = { readonly kind: string; readonly modelId: string };
export type ModelToolCall = { readonly id: string; readonly name: string; readonly arguments: unknown };
export type ModelMessage =
  | { readonly role: "system"; readonly text: string }
  | { readonly role: "user"; readonly parts: readonly { readonly kind: "text"; readonly text: string }[] }
  | { readonly role: "assistant"; readonly text: string; readonly toolCalls: readonly ModelToolCall[] }
  | {
      readonly role: "tool";
      readonly callId: string;
      readonly name: string;
      readonly output: string;
      readonly failed: boolean;
    };
export type ModelTool = {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Record<string, unknown>;
};
export type ModelRequest = {
  readonly messages: readonly ModelMessage[];
  readonly tools?: readonly ModelTool[];
  readonly temperature?: number;
  readonly topP?: number;
  readonly maxOutputTokens?: number;
};
export type ModelUsage = {
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  readonly quality: "reported" | "estimated" | "unknown";
};
export type ModelPart =
  | {
      readonly kind: "chosen";
      readonly index: number;
      readonly passedOver: readonly { readonly index: number; readonly fault: string }[];
    }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "reasoning"; readonly text: string }
  | { readonly kind: "tool_call"; readonly id: string; readonly name: string; readonly arguments: unknown }
  | {
      readonly kind: "invalid_tool_call";
      readonly id: string;
      readonly name: string;
      readonly text: string;
      readonly reason: string;
    }
  | { readonly kind: "end"; readonly reason: string; readonly usage: ModelUsage; readonly modelId: string };
export type Models = {
  streamFirst(
    endpoints: readonly ModelEndpoint[],
    request: ModelRequest,
    options: { signal: AbortSignal },
  ): AsyncIterable<ModelPart>;
  countTokens(text: string): number;
};
export class ModelFault extends Error {
  readonly kind: string = "";
  readonly usage: ModelUsage | undefined;
  readonly text: string = "";
  readonly retryAfterMs: number | undefined;
}

export type Prices = Record<string, unknown>;
export type ResolvedModel = {
  readonly choice: assistants.ModelChoice;
  readonly name: string;
  readonly endpoint: ModelEndpoint;
  readonly contextTokens: number;
  readonly prices: Prices | null;
  readonly priceVersion: number | null;
  readonly takesImages: boolean;
};
export type Spending = {
  workspaceId: WorkspaceId;
  accountId: AccountId;
  assistantId: AccountId;
  roomId: RoomId;
  runId: assistants.RunId;
  providerId: string;
  modelId: string;
  micros: number;
};
export type Passage = {
  messageId: MessageId;
  roomId: RoomId;
  rootId: MessageId | null;
  author: AccountRef;
  at: Date;
  seq: number;
  text: string;
  quote: string;
  score: number;
  coverage: number;
};

export const modelsOf = (_: Platform): Models => ({
  streamFirst: async function* () {},
  countTokens: (text) => Math.ceil(text.length / 4),
});
export async function resolveModels(
  _: Platform,
  _asked: { workspaceId: WorkspaceId; accountId: AccountId; choices: readonly assistants.ModelChoice[] },
): Promise<ResolvedModel[]> {
  return [];
}
export async function requireModelAllowed(
  _: ReadTx,
  _asked: { workspaceId: WorkspaceId; accountId: AccountId; choice: assistants.ModelChoice },
): Promise<void> {}
export async function reserve(_: WriteTx, _spending: Spending): Promise<string> {
  return "";
}
export async function settle(
  _: WriteTx,
  _reservationId: string,
  _entry: {
    kind: "model" | "tool";
    usage: ModelUsage;
    micros: number | null;
    priceVersion: number | null;
    step: number;
    raw?: unknown;
  },
): Promise<void> {}
export const costOf = (_: Prices | null, _usage: ModelUsage): number | null => null;
export const mostItMayCost = (_: Prices | null, _input: number, _output: number): number => 0;

export async function listCommonRooms(
  _: ReadTx,
  _asked: { workspaceId: WorkspaceId; readerIds: readonly AccountId[] },
): Promise<RoomId[]> {
  return [];
}
export async function findPassages(
  _: ReadTx,
  _asked: {
    workspaceId: WorkspaceId;
    roomIds: readonly RoomId[];
    question: string;
    limit: number;
    excludeIds?: readonly MessageId[];
  },
): Promise<Passage[]> {
  return [];
}
export const quoteAnswer = (
  _question: string,
  _passages: readonly Passage[],
): { answered: boolean; body: string; used: Passage[] } => ({
  answered: false,
  body: "I found nothing that clearly answers this.",
  used: [],
});
type Selected = { messageId: MessageId; text: string };
export type Digest = {
  sentences: Selected[];
  people: AccountRef[];
  links: string[];
  questions: Selected[];
  decisions: Selected[];
  actions: Selected[];
};
export const digest = (_: readonly { id: MessageId; author: AccountRef; at: Date; text: string }[]): Digest => ({
  sentences: [],
  people: [],
  links: [],
  questions: [],
  decisions: [],
  actions: [],
});
