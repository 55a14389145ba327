// Loads parts of rooms when they are looked at. Asking twice for the same part at once is one request.
import { feedOf, messages, rooms } from "@althing/contract";
import type { Client } from "../client.ts";
import { fetchAll } from "../pages.ts";
import {
  fromConnections,
  fromMessagePage,
  fromPins,
  fromPrompts,
  fromReceipts,
  fromRoom,
  fromRoomMembers,
  fromRoomTemplates,
  fromRun,
  fromRunsBehind,
  fromRunsIn,
  fromThread,
  fromToolCall,
  fromToolPolicies,
  fromToolPrices,
  fromToolSources,
  fromTurns,
} from "../replica/index.ts";
import { fetchModels } from "./fetch-models.ts";
import type { Load, Store } from "./store.ts";

const pageLimit = 50;
const mostRunsAtOnce = 100;

export class Windows {
  readonly #client: Client;
  readonly #store: Store;
  readonly #loading = new Map<string, Promise<void>>();
  /** Answers whose runs are asked for, by room. */
  readonly #answers = new Map<string, Set<string>>();

  constructor(client: Client, store: Store) {
    this.#client = client;
    this.#store = store;
  }

  /** A room that is not known yet: a public channel that one has not joined. Rejects with `room_not_found`. */
  async visitRoom(roomId: string): Promise<void> {
    if (this.#store.state.rooms[roomId]) return;
    await this.#load(roomId, "room", async () => {
      const room = await this.#client.rooms.getRoom({ roomId });
      return (replica) => fromRoom(replica, room);
    });
  }

  /** The newest page of a room, unless a part of it is loaded. */
  async openRoom(roomId: string): Promise<void> {
    if (!this.#store.state.timelines[roomId]) await this.jumpTo(roomId);
  }

  /** The page around a message, or the newest, in place of what is loaded. */
  jumpTo(roomId: string, around?: string): Promise<void> {
    return this.#load(roomId, `around ${around}`, async () => {
      const page = await this.#client.page(messages.listMessages, { roomId, around, limit: pageLimit });
      return (replica) => fromMessagePage(replica, roomId, page);
    });
  }

  async loadOlder(roomId: string): Promise<void> {
    const timeline = this.#store.state.timelines[roomId];
    const before = timeline?.ids[0];
    if (!timeline?.hasOlder || before === undefined) return;
    await this.#load(roomId, `older ${before}`, async () => {
      const page = await this.#client.page(messages.listMessages, { roomId, before, limit: pageLimit });
      return (replica) =>
        replica.timelines[roomId]?.ids[0] === before ? fromMessagePage(replica, roomId, page, "older") : replica;
    });
  }

  async loadNewer(roomId: string): Promise<void> {
    const timeline = this.#store.state.timelines[roomId];
    const after = timeline?.ids.at(-1);
    if (!timeline?.hasNewer || after === undefined) return;
    await this.#load(roomId, `newer ${after}`, async () => {
      const page = await this.#client.page(messages.listMessages, { roomId, after, limit: pageLimit });
      return (replica) =>
        replica.timelines[roomId]?.ids.at(-1) === after ? fromMessagePage(replica, roomId, page, "newer") : replica;
    });
  }

  /** A thread with its replies; the next ones when it is loaded in part. */
  openThread(roomId: string, rootId: string): Promise<void> {
    const loaded = this.#store.state.threads[rootId];
    if (loaded && !loaded.hasNewer) return Promise.resolve();
    const after = this.#store.state.messages[loaded?.replyIds.at(-1) ?? ""]?.seq;
    return this.#load(
      roomId,
      `thread ${rootId} ${after}`,
      async () => {
        const thread = await this.#client.messages.getThread({ roomId, messageId: rootId, after });
        return (replica) => fromThread(replica, thread);
      },
      "every feed",
    );
  }

  openPins(roomId: string): Promise<void> {
    if (this.#store.state.pins[roomId]) return Promise.resolve();
    return this.#load(roomId, "pins", async () => {
      const pinned = await this.#client.messages.listPins({ roomId });
      return (replica) => fromPins(replica, roomId, pinned);
    });
  }

  openReceipts(roomId: string): Promise<void> {
    if (this.#store.state.receipts[roomId]) return Promise.resolve();
    return this.#load(roomId, "receipts", async () => {
      const receipts = await this.#client.messages.listReceipts({ roomId });
      return (replica) => fromReceipts(replica, roomId, receipts);
    });
  }

  openRoomMembers(roomId: string): Promise<void> {
    if (this.#store.state.roomMembers[roomId]) return Promise.resolve();
    return this.#load(roomId, "members", async () => {
      const members = await fetchAll(this.#client, rooms.listRoomMembers, { roomId });
      return (replica) => fromRoomMembers(replica, roomId, members);
    });
  }

  openRoomTemplates(workspaceId: string): Promise<void> {
    if (this.#store.state.roomTemplates[workspaceId]) return Promise.resolve();
    return this.#load(
      workspaceId,
      "room templates",
      async () => {
        const templates = await this.#client.rooms.listRoomTemplates({ workspaceId });
        return (replica) => fromRoomTemplates(replica, workspaceId, templates);
      },
      "every feed",
    );
  }

  openPrompts(workspaceId: string): Promise<void> {
    if (this.#store.state.prompts[workspaceId]) return Promise.resolve();
    return this.#load(
      workspaceId,
      "prompts",
      async () => {
        const prompts = await this.#client.chats.listPrompts({ workspaceId });
        return (replica) => fromPrompts(replica, workspaceId, prompts);
      },
      "every feed",
    );
  }

  /** Where the workspace's tools come from, what is said of them, and what they cost. */
  openTools(workspaceId: string): Promise<void> {
    if (this.#store.state.toolSources[workspaceId]) return Promise.resolve();
    return this.#load(
      workspaceId,
      "tools",
      async () => {
        const [sources, policies, prices] = await Promise.all([
          this.#client.tools.listToolSources({ workspaceId }),
          this.#client.tools.listToolPolicies({ workspaceId }),
          this.#client.tools.listToolPrices({ workspaceId }),
        ]);
        return (replica) => {
          const known = fromToolPolicies(fromToolSources(replica, workspaceId, sources), workspaceId, policies);
          return fromToolPrices(known, workspaceId, prices);
        };
      },
      "every feed",
    );
  }

  /** The answers that are being written in a room. */
  openRuns(roomId: string): Promise<void> {
    if (this.#store.state.runsIn[roomId]) return Promise.resolve();
    return this.#load(roomId, "runs", async () => {
      const runs = await this.#client.assistants.listRuns({ roomId });
      return (replica) => fromRunsIn(replica, roomId, runs);
    });
  }

  /** One run, such as one that is for oneself alone. */
  openRun(roomId: string, runId: string): Promise<void> {
    if (this.#store.state.runs[runId]) return Promise.resolve();
    return this.#load(
      roomId,
      `run ${runId}`,
      async () => {
        const run = await this.#client.assistants.getRun({ roomId, runId });
        return (replica) => fromRun(replica, run);
      },
      "every feed",
    );
  }

  /** The run behind an answer. Those that are asked for in one turn of the program are one request. */
  async openRunBehind(roomId: string, messageId: string): Promise<void> {
    const asked = this.#answers.get(roomId) ?? new Set();
    this.#answers.set(roomId, asked.add(messageId));
    await Promise.resolve();
    if (this.#answers.get(roomId) !== asked) return;
    this.#answers.delete(roomId);
    const ids = [...asked].slice(-mostRunsAtOnce);
    await this.#load(roomId, `runs behind ${ids}`, async () => {
      const runs = await this.#client.assistants.listRuns({ roomId, messageIds: ids.join(",") });
      return (replica) => fromRunsBehind(replica, ids, runs);
    });
  }

  /** The tree of a conversation with an assistant. */
  openTurns(roomId: string): Promise<void> {
    if (this.#store.state.turns[roomId]) return Promise.resolve();
    return this.#load(
      roomId,
      "turns",
      async () => {
        const { turns, place } = await this.#client.assistants.listTurns({ roomId });
        return (replica) => fromTurns(replica, roomId, turns, place);
      },
      "every feed",
    );
  }

  /** A call of a tool in one's own name. */
  openToolCall(roomId: string, callId: string): Promise<void> {
    if (this.#store.state.toolCalls[callId]) return Promise.resolve();
    return this.#load(
      roomId,
      `call ${callId}`,
      async () => {
        const call = await this.#client.tools.getToolCall({ roomId, callId });
        return (replica) => fromToolCall(replica, call);
      },
      "every feed",
    );
  }

  openModels(workspaceId: string): Promise<void> {
    if (this.#store.state.models[workspaceId]) return Promise.resolve();
    return this.#load(workspaceId, "models", () => fetchModels(this.#client, workspaceId), "every feed");
  }

  openConnections(workspaceId: string): Promise<void> {
    if (this.#store.state.connections[workspaceId]) return Promise.resolve();
    return this.#load(
      workspaceId,
      "connections",
      async () => {
        const list = await this.#client.connections.listConnections({ workspaceId });
        return (replica) => fromConnections(replica, workspaceId, list);
      },
      "every feed",
    );
  }

  /** How one stands to a thread is told by one's own feed, not by the room's. */
  #load(roomId: string, part: string, fetch: () => Promise<Load>, toldBy?: "every feed"): Promise<void> {
    const name = `${roomId} ${part}`;
    const feed = toldBy ? undefined : feedOf.room(roomId);
    const start = () => this.#store.load(fetch, feed).finally(() => this.#loading.delete(name));
    const loading = this.#loading.get(name) ?? start();
    this.#loading.set(name, loading);
    return loading;
  }
}
