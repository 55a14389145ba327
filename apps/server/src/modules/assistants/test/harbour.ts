// The testkit's cast on a server that may speak to a fake provider, with assistants that are asked through it.
import { assistants, type FeedName, feedOf, type models, type rooms } from "@althing/contract";
import { openHarbour, type Person, startModelProvider, startServer, type TestServerOptions } from "@althing/testkit";

export { fakeModel, type Person, refusal } from "@althing/testkit";
export type Harbour = Awaited<ReturnType<typeof startHarbour>>;

/** A dollar for a million tokens read, four for a million written. */
const prices: models.Prices = {
  input: 1_000_000,
  cachedInput: 100_000,
  cacheWrite: 1_250_000,
  output: 4_000_000,
};

export async function startHarbour(options: TestServerOptions = {}) {
  const provider = await startModelProvider();
  const settings = { ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1", ...options.settings };
  const server = await startServer({ ...options, settings });
  const harbour = await openHarbour(server.url);
  const { ana, ben, gus, workspaceId } = harbour;

  async function connectModel(name = "Fake", baseUrl = provider.url): Promise<models.ModelChoice> {
    const { id: providerId } = await ana.models.createProvider({
      workspaceId,
      kind: "compatible",
      name,
      baseUrl,
      key: "sk-harbour-0123456789",
    });
    await ana.models.setModel({ workspaceId, providerId, modelId: "fake-large", prices });
    return { providerId, modelId: "fake-large" };
  }
  const model = await connectModel();
  const make = (name: string, more: Partial<Settings> = {}, by: Person = ana) =>
    by.assistants.createAssistant({ workspaceId, name, model, ...more });
  const pilot = await make("Pilot");
  const { id: roomId } = await harbour.channel("pier", [ben, gus]);

  /** The runs that a feed told of, each time it did. */
  async function runsIn(feed: FeedName, after = 0): Promise<assistants.Run[]> {
    const events = await server.eventsOf(feed, after);
    return events.flatMap(({ type, data }) =>
      type === assistants.RunChanged.type ? [(data as { run: assistants.Run }).run] : [],
    );
  }

  return {
    ...harbour,
    server,
    provider,
    runsIn,
    connectModel,
    model,
    make,
    pilot,
    roomId,
    async dispose() {
      await server.dispose();
      await provider.stop();
    },
    /** Asks in a room by mention, and gives the question once everything that follows has ended. */
    async asking(person: Person, body: string, where: rooms.RoomId = roomId) {
      const asked = await person.messages.sendMessage({ roomId: where, body });
      await server.settled();
      return asked;
    },
    /** What a question came to. */
    async runOf(promptId: string, where: rooms.RoomId = roomId): Promise<assistants.Run> {
      const found = (await runsIn(feedOf.room(where))).findLast((run) => run.promptId === promptId);
      if (!found) throw new Error("Nobody answered");
      return found;
    },
    /** The first run that a socket hears of in a state. */
    async hears(socket: Awaited<ReturnType<typeof harbour.connect>>, state: assistants.RunState, promptId?: string) {
      return socket.until(() => {
        const told = socket.events.flatMap(({ type, data }) =>
          type === assistants.RunChanged.type ? [(data as { run: assistants.Run }).run] : [],
        );
        return told.find((run) => run.state === state && (promptId === undefined || run.promptId === promptId));
      }, 30_000);
    },
  };
}

type Settings = Parameters<Person["assistants"]["createAssistant"]>[0];
