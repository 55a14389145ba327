/** The same events for programs that only read: `GET /events`. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf, type rooms } from "@althing/contract";
import { type Harbour, openHarbour, type Person, startServer, type TestServer } from "@althing/testkit";
import { callerOf } from "./caller.ts";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

type Told = { id: string; event: string; data: string };
type Event = { feed: string; seq: number; type: string; data: { message?: { id: string } } };

/** A reader of a stream, as `EventSource` is one. */
class Reader {
  readonly told: Told[] = [];
  lastEventId = "";
  isEnded = false;
  readonly #stopping = new AbortController();
  #wake = Promise.withResolvers<void>();

  get events(): Event[] {
    return this.told.filter(({ event }) => event === "message").map(({ data }) => JSON.parse(data) as Event);
  }

  async open(path: string, headers: Record<string, string>): Promise<Response> {
    const response = await fetch(server.url + path, { headers, signal: this.#stopping.signal });
    if (response.status === 200 && response.body) void this.#listen(response.body);
    else await response.body?.cancel();
    return response;
  }

  async #listen(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = "";
    try {
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split("\n\n");
        text = blocks.pop() ?? "";
        for (const block of blocks) this.#take(block);
        this.#look();
      }
    } catch {
      // Cut off.
    }
    this.isEnded = true;
    this.#look();
  }

  #take(block: string): void {
    const told: Told = { id: this.lastEventId, event: "message", data: "" };
    for (const line of block.split("\n")) {
      const [, field = "", value = ""] = /^(\w+): (.*)$/.exec(line) ?? [];
      if (field in told) told[field as keyof Told] = value;
    }
    this.lastEventId = told.id;
    if (told.data !== "") this.told.push(told);
  }

  #look(): void {
    this.#wake.resolve();
    this.#wake = Promise.withResolvers();
  }

  /** Waits until it is so, looking after each thing told. */
  async until(isSo: () => boolean): Promise<void> {
    const late = AbortSignal.timeout(10_000);
    while (!isSo()) {
      if (late.aborted) throw new Error(`It did not come: ${JSON.stringify(this.told.slice(-3))}`);
      await Promise.race([this.#wake.promise, new Promise((resolve) => late.addEventListener("abort", resolve))]);
    }
  }

  close(): void {
    this.#stopping.abort();
  }
}

async function read(person: Person, feeds: readonly string[], lastEventId?: string): Promise<Reader> {
  const reader = new Reader();
  const headers: Record<string, string> = { authorization: `Bearer ${await person.session.token()}` };
  if (lastEventId !== undefined) headers["last-event-id"] = lastEventId;
  const response = await reader.open(`/api/v1/events?feeds=${feeds.join(",")}`, headers);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  await reader.until(() => reader.lastEventId !== "");
  return reader;
}

const say = (person: Person, roomId: rooms.RoomId, body: string) => person.messages.sendMessage({ roomId, body });

test("a stream tells what a socket tells", async () => {
  const { ana, ben, channel, connect } = harbour;
  const { id: roomId } = await channel("stream", [ben]);
  const feed = feedOf.room(roomId);
  const [reader, socket] = await Promise.all([read(ben, [feed]), connect(ben, [{ feed }])]);
  const { seq } = await say(ana, roomId, "Both hear this");
  await Promise.all([reader.until(() => reader.events.length === 1), socket.event("messages.sent")]);
  expect(reader.events).toEqual(socket.events as never);
  expect(reader.lastEventId).toBe(String(seq));
  reader.close();
  socket.close();
});

test("whoever comes back misses nothing and hears nothing twice", async () => {
  const { ana, ben, channel } = harbour;
  const roomIds = await Promise.all(["one", "two"].map(async (name) => (await channel(`resume-${name}`, [ben])).id));
  const feeds = roomIds.map((roomId) => feedOf.room(roomId));
  const sent: string[] = [];
  const heard: Event[] = [];
  const start = await read(ben, feeds);
  start.close();
  let { lastEventId } = start;
  let isPosting = true;
  const posting = Promise.all(
    roomIds.map(async (roomId) => {
      for (let count = 0; isPosting || count < 40; count++) sent.push((await say(ana, roomId, `Number ${count}`)).id);
    }),
  );
  for (let cut = 0; cut < 20; cut++) {
    const reader = await read(ben, feeds, lastEventId);
    await reader.until(() => reader.events.length > cut % 5);
    reader.close();
    ({ lastEventId } = reader);
    heard.push(...reader.events);
  }
  isPosting = false;
  await posting;
  const last = await read(ben, feeds, lastEventId);
  const known = () => new Set([...heard, ...last.events].map(({ data }) => data.message?.id));
  await last.until(() => sent.every((id) => known().has(id)));
  heard.push(...last.events);
  last.close();
  for (const feed of feeds) {
    const numbers = heard.filter((one) => one.feed === feed).map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  }
  expect(heard.map(({ data }) => data.message?.id).sort()).toEqual(sent.sort());
}, 60_000);

test("much that was missed comes in one go, and a position that cannot be is told to reload", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("backlog", [ben]);
  const feed = feedOf.room(roomId);
  await server.settled();
  const first = await read(ben, [feed]);
  first.close();
  const body = "Long ".repeat(1_000);
  for (let round = 0; round < 4; round++) {
    await Promise.all(Array.from({ length: 100 }, () => say(ana, roomId, body)));
  }
  const reader = await read(ben, [feed], first.lastEventId);
  await reader.until(() => reader.events.length === 400 || reader.isEnded);
  expect([reader.events.length, reader.isEnded]).toEqual([400, false]);
  reader.close();
  const ahead = await read(ben, [feed], "1000000");
  await ahead.until(() => ahead.told.length > 0);
  expect(ahead.told[0]).toMatchObject({ event: "reload", id: reader.lastEventId });
  ahead.close();
});

test("a stream ends with its session, and with the rights to what it follows", async () => {
  const { ana, arrive, cem, channel } = harbour;
  const dan = await arrive("Dan");
  const { id: roomId } = await channel("ending", [cem, dan]);
  const [cems, dans] = [await read(cem, [feedOf.room(roomId)]), await read(dan, [feedOf.room(roomId)])];
  await dan.accounts.logout();
  await dans.until(() => dans.isEnded);
  await ana.rooms.updateRoom({ roomId, visibility: "private" });
  expect(cems.isEnded).toBe(false);
  await ana.rooms.removeRoomMember({ roomId, accountId: cem.id });
  await cems.until(() => cems.isEnded);
  await say(ana, roomId, "Nobody of them hears this");
  const heard = [...cems.events, ...dans.events].filter(({ type }) => type === "messages.sent");
  expect(heard).toEqual([]);
});

test("a ticket opens one stream, in place of a header", async () => {
  const { ticket } = await harbour.ben.realtime.createTicket();
  const path = `/api/v1/events?ticket=${encodeURIComponent(ticket)}`;
  const [reader, again] = [new Reader(), new Reader()];
  expect((await reader.open(path, {})).status).toBe(200);
  expect((await again.open(path, {})).status).toBe(401);
  reader.close();
  expect((await new Reader().open("/api/v1/events", {})).status).toBe(401);
});

test("what is not theirs nobody streams, nor more than their share", async () => {
  const { eve, ben, channel } = harbour;
  const { id: roomId } = await channel("closed", [], "private");
  for (const person of [eve, ben]) {
    const asked = await callerOf(server.url, person)(`/api/v1/events?feeds=${feedOf.room(roomId)}`);
    expect([asked.status, asked.json.code]).toEqual([404, "not_found"]);
  }
  const wrong = await callerOf(server.url, ben)("/api/v1/events?feeds=moon:1");
  expect([wrong.status, wrong.json.errors?.[0]?.pointer]).toEqual([400, "/feeds"]);
  const ten = await Promise.all(Array.from({ length: 10 }, () => read(eve, [feedOf.account(eve.id)])));
  const eleventh = await callerOf(server.url, eve)("/api/v1/events");
  expect([eleventh.status, eleventh.headers.has("retry-after")]).toEqual([429, true]);
  for (const reader of ten) reader.close();
  const head = await callerOf(server.url, ben)("/api/v1/events", { method: "HEAD" });
  expect([head.status, head.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
});

test("a stream that cannot be fed ends, and takes nobody else along", async () => {
  const { ana, ben, channel, connect } = harbour;
  const { id: roomId } = await channel("torn", [ben]);
  const feed = feedOf.room(roomId);
  const socket = await connect(ben, [{ feed }]);
  await say(ana, roomId, "Before");
  await socket.event("messages.sent");
  await server.database.pool.query("alter table events rename to events_away");
  const torn = await read(ben, [feed], "1");
  await torn.until(() => torn.isEnded);
  await server.database.pool.query("alter table events_away rename to events");
  const { seq } = await say(ana, roomId, "After");
  await socket.event("messages.sent", (event) => event.seq === seq);
  socket.close();
});
