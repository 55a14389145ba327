// The shape of what a client knows. It is flat: each thing stands once, under its id.
import type {
  AccountId,
  accounts,
  assistants,
  chats,
  connections,
  messages,
  models,
  rooms,
  tools,
  workspaces,
} from "@althing/contract";
import type { Records } from "./records.ts";

/** What of a member is of the workspace; the person stands in `profiles`. */
export type Membership = Pick<workspaces.Member, "roles" | "joinedAt">;

/** The part of a room that is loaded: a run of messages without a hole, in rising `seq`. */
export type Timeline = {
  readonly ids: readonly string[];
  readonly hasOlder: boolean;
  /** False where it reaches the live end; only then new messages join it. */
  readonly hasNewer: boolean;
  /** The last number of the room's feed that it is known to contain. */
  readonly upToSeq: number;
};

/** A thread's loaded replies in rising `seq`. */
export type Thread = { readonly roomId: string; readonly replyIds: readonly string[]; readonly hasNewer: boolean };

/** A message before the cursor that counts as unread. */
export type Mark = { readonly messageId: string; readonly seq: number };

/** Your read state of a room beyond the numbers that the room itself has. */
export type Reading = { readonly marks: readonly Mark[] };

/** How you stand to a thread; `head` is the number in its room's feed up to which `unread` is counted. */
export type Standing = messages.ThreadStanding & { readonly roomId: string; readonly head: number };

/** Someone who writes, until `until` (milliseconds since 1970) unless they give a sign again. */
export type Typist = {
  readonly accountId: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly until: number;
};

/**
 * What a client knows: parts that are not loaded are absent, parts that are loaded are kept true by events. The heads in
 * `me`, `workspaces` and `rooms` say up to which number of their feeds.
 */
export type Replica = {
  readonly accountId: AccountId | null;
  readonly me: accounts.Me | null;
  readonly preferences: accounts.Preferences | null;
  readonly profiles: Records<accounts.Profile>;
  readonly presence: Records<accounts.PresenceState>;

  readonly workspaces: Records<workspaces.Workspace>;
  /** By workspace, then by account. */
  readonly members: Records<Records<Membership>>;
  readonly roles: Records<readonly workspaces.Role[]>;
  /** The workspace's own, by workspace, in the order of their names. */
  readonly emoji: Records<readonly workspaces.CustomEmoji[]>;

  readonly rooms: Records<rooms.MyRoom>;
  /** By room, then by account. */
  readonly roomMembers: Records<Records<rooms.RoomMember>>;
  /** By workspace. */
  readonly categories: Records<readonly rooms.Category[]>;
  /** What rooms can be made from, by workspace: the built-in ones, then the oldest first. */
  readonly roomTemplates: Records<readonly rooms.RoomTemplate[]>;
  /** By workspace: your own and the shared ones, the oldest first. */
  readonly prompts: Records<readonly chats.Prompt[]>;
  /** By workspace: its own and yours, and the models of them that you may choose. */
  readonly providers: Records<readonly models.Provider[]>;
  readonly models: Records<readonly models.Model[]>;

  readonly messages: Records<messages.Message>;
  readonly timelines: Records<Timeline>;
  /** By the message that began the thread, as are the standings. */
  readonly threads: Records<Thread>;
  readonly standings: Records<Standing>;
  /** By room, the last pinned first. */
  readonly pins: Records<readonly string[]>;
  readonly reading: Records<Reading>;
  /** By room, then by account. */
  readonly receipts: Records<Records<messages.Receipt>>;
  readonly typing: Records<readonly Typist[]>;

  /** By workspace, then by the assistant's account. */
  readonly assistants: Records<Records<assistants.Assistant>>;
  /** Those that go on in `runsIn`'s rooms, and those behind answers that were looked at. */
  readonly runs: Records<assistants.Run>;
  readonly runsIn: Records<true>;
  /** Which run an answer comes from, by message; null where it is known to come from none. */
  readonly runOfMessage: Records<assistants.RunId | null>;
  /** By room, then by message: the tree of a conversation with an assistant. */
  readonly turns: Records<Records<assistants.Turn>>;
  /** By room: at which message of its tree one is. */
  readonly places: Records<string | null>;
  readonly toolCalls: Records<tools.ToolCall>;
  /** Where one has signed in for tools, by workspace. */
  readonly connections: Records<Records<connections.Connection>>;
  /** By workspace, the preferred first. */
  readonly toolSources: Records<readonly tools.ToolSource[]>;
  /** By workspace: what is said for all of it and for its assistants. */
  readonly toolPolicies: Records<readonly tools.ToolPolicy[]>;
  /** By workspace: what calls of tools cost. */
  readonly toolPrices: Records<readonly tools.ToolPrice[]>;

  /** Feeds whose room or workspace must be fetched anew: an event has changed what it could not carry. */
  readonly stale: Records<true>;
};

export const emptyReplica: Replica = {
  accountId: null,
  me: null,
  preferences: null,
  profiles: {},
  presence: {},
  workspaces: {},
  members: {},
  roles: {},
  emoji: {},
  rooms: {},
  roomMembers: {},
  categories: {},
  roomTemplates: {},
  prompts: {},
  providers: {},
  models: {},
  messages: {},
  timelines: {},
  threads: {},
  standings: {},
  pins: {},
  reading: {},
  receipts: {},
  typing: {},
  assistants: {},
  runs: {},
  runsIn: {},
  runOfMessage: {},
  turns: {},
  places: {},
  toolCalls: {},
  connections: {},
  toolSources: {},
  toolPolicies: {},
  toolPrices: {},
  stale: {},
};
