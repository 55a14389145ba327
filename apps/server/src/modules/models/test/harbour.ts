// The testkit's cast on a server that may speak to a fake provider, and ways to spend money in a hurry.
import type { AccountId, models, rooms } from "@althing/contract";
import { openHarbour, type Person, startModelProvider, startServer } from "@althing/testkit";
import { system } from "../../../kernel/actor.ts";
import type { TokenUsage } from "../../../platform/models/index.ts";
import { type ReservationId, reserve, type Settlement, type Spending, settle } from "../index.ts";

export { type Person, refusal } from "@althing/testkit";
export type Harbour = Awaited<ReturnType<typeof startHarbour>>;

export const key = "sk-harbour-0123456789abcdef-WXYZ";
export const prices: models.Prices = {
  input: 1_000_000,
  cachedInput: 100_000,
  cacheWrite: 1_250_000,
  output: 4_000_000,
};

export const usageOf = (inputTokens: number, outputTokens: number, more: Partial<TokenUsage> = {}): TokenUsage => ({
  inputTokens,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens,
  reasoningTokens: 0,
  quality: "reported",
  ...more,
});

export async function startHarbour(options: { clock?: () => Date } = {}) {
  const provider = await startModelProvider({ key });
  const settings = { ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" };
  const server = await startServer({ settings, ...options });
  const harbour = await openHarbour(server.url);
  const { workspaceId } = harbour;
  const { platform } = server.kernel;

  /** Connects the fake, with its key unless told, and switches `fake-large` on. */
  async function connect(person: Person, more: { personal?: boolean; key?: string; name?: string } = {}) {
    const connected = await person.models.createProvider({
      workspaceId,
      kind: "compatible",
      name: "Fake",
      baseUrl: provider.url,
      key,
      ...more,
    });
    await person.models.setModel({ workspaceId, providerId: connected.id, modelId: "fake-large", prices });
    return connected;
  }

  const spendingOf = (person: { id: AccountId }, more: Partial<Spending> = {}): Spending => ({
    workspaceId,
    accountId: person.id,
    assistantId: null,
    roomId: null,
    runId: null,
    providerId: null,
    modelId: "fake-large",
    micros: 1_000,
    ...more,
  });
  const hold = (spending: Spending): Promise<ReservationId> => platform.write(system, (tx) => reserve(tx, spending));
  const pay = (id: ReservationId, settlement: Partial<Settlement> = {}): Promise<void> =>
    platform.write(system, (tx) =>
      settle(tx, id, {
        kind: "model",
        usage: usageOf(100, 10),
        micros: 1_000,
        priceVersion: 1,
        step: 1,
        ...settlement,
      }),
    );

  return {
    ...harbour,
    server,
    provider,
    platform,
    connect,
    spendingOf,
    hold,
    pay,
    /** Holds and pays at once. */
    async spend(
      person: { id: AccountId },
      micros: number,
      more: Partial<Spending> = {},
      settlement: Partial<Settlement> = {},
    ) {
      await pay(await hold(spendingOf(person, { micros, ...more })), { micros, ...settlement });
    },
    roomId: async (name: string): Promise<rooms.RoomId> => (await harbour.channel(name)).id,
    async dispose() {
      await server.dispose();
      await provider.stop();
    },
  };
}
