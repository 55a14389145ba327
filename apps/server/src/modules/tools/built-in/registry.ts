/**
 * What Althing itself offers as tools. Later modules add theirs at `builtInTools`. Each runs with the rights that the person
 * who asked has at that moment, through the same routes and the same `authorize` as anything else.
 */
import { createHash } from "node:crypto";
import type { AccountId, assistants, OutputOf, RequestOf, RouteDef, rooms, tools, workspaces } from "@althing/contract";
import { z } from "zod";
import type { AccountActor } from "../../../kernel/actor.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { fingerprintOf } from "../definitions/fingerprint.ts";
import { toolName } from "../definitions/names.ts";

/** Who asked, where, and who will see what comes of it. */
export type Asking = {
  readonly callId: assistants.ToolCallId;
  readonly actor: AccountActor;
  readonly workspaceId: workspaces.WorkspaceId;
  readonly roomId: rooms.RoomId;
  /** Who says what is said; null where the person runs the tool by hand. */
  readonly assistantId: AccountId | null;
  /** Whether others than who asked will see the result, or what is made of it. */
  readonly readerIds: readonly AccountId[];
  readonly signal: AbortSignal;
  /** Asks a route as the person who asked. */
  call<R extends RouteDef>(route: R, input: RequestOf<R>): Promise<OutputOf<R>>;
};

type Offer<Input extends z.ZodType> = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  /** Whether it changes nothing: then it may run without asking, and again after a crash. */
  readonly reads: boolean;
  /** Throws a declared failure or a ToolFault; gives what is told to the model, or shown to the person. */
  perform(platform: Platform, asking: Asking, input: z.output<Input>): Promise<string>;
  /** Whether a workspace has it; everywhere unless told. */
  isOffered?(tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<boolean>;
};

export type BuiltInTool = {
  readonly id: tools.ToolId;
  readonly name: string;
  readonly localName: string;
  readonly wording: tools.ToolWording;
  readonly fingerprint: string;
  readonly reads: boolean;
  perform(platform: Platform, asking: Asking, input: unknown): Promise<string>;
  isOffered(tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<boolean>;
};

const slug = "althing";
const registered = new Map<string, BuiltInTool>();

export const builtInTools = {
  register<Input extends z.ZodType>(offer: Offer<Input>): void {
    const name = toolName(slug, offer.name);
    if (registered.has(name)) throw new Error(`The tool ${name} is registered twice`);
    const wording = {
      title: offer.title,
      description: offer.description,
      inputSchema: schemaOf(offer.input),
      hints: { readOnly: offer.reads },
    };
    registered.set(name, {
      id: idOf(name),
      name,
      localName: offer.name,
      wording,
      fingerprint: fingerprintOf(wording),
      reads: offer.reads,
      perform: (platform, asking, input) => offer.perform(platform, asking, offer.input.parse(input)),
      isOffered: async (tx, workspaceId) => (await offer.isOffered?.(tx, workspaceId)) ?? true,
    });
  },
  /** By name. */
  get all(): readonly BuiltInTool[] {
    return [...registered.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  },
  find: (name: string): BuiltInTool | undefined => registered.get(name),
};

function schemaOf(input: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: "input" });
  return schema;
}

/** The same on every server and for ever, for it follows from the name. */
function idOf(name: string): tools.ToolId {
  const hex = createHash("sha256").update(`althing tool ${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as tools.ToolId;
}
