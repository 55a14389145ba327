/**
 * Who is there, in this process's memory: derived from the devices of each account, its do-not-disturb and whether it
 * lets others see. Changes are told together, to the feeds where these people appear, a moment after the first of them.
 */
import { accounts, type FeedName, feedOf } from "@althing/contract";
import type { Device } from "../../../kernel/module.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { arrivals } from "../arrivals.ts";
import { listPreferences } from "../queries/people.ts";
import { listAccountRows } from "../store/accounts.ts";
import { type DeviceState, isInUse, type Standing, stateOf } from "./state.ts";

type Entry = Standing & { readonly devices: Map<string, DeviceState>; told: accounts.PresenceState };

const gatherMs = 500;
const sweepMs = 15_000;

export class PresenceBoard {
  readonly #platform: Platform;
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new Set<string>();
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #sweeping: ReturnType<typeof setInterval> | undefined;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  opened({ id, actor: { account } }: Device): void {
    const entry = this.#entries.get(account.id);
    const device = { isAway: false, seenAt: this.#now() };
    if (entry) {
      entry.devices.set(id, device);
      this.#touch(account.id);
    } else {
      // Nobody sees them before it is known whether they want to be seen.
      const unknown = { busy: false, busyUntil: null, isShown: false, told: "offline" } as const;
      this.#entries.set(account.id, { ...unknown, devices: new Map([[id, device]]) });
      this.reload(account.id);
    }
    this.#sweeping ??= setInterval(() => this.sweep(), sweepMs).unref();
  }

  closed({ id, actor: { account } }: Device): void {
    this.#entries.get(account.id)?.devices.delete(id);
    this.#touch(account.id);
  }

  /** A sign of life, or the word that nobody sits before the device. */
  heard({ id, actor: { account } }: Device, isAway: boolean): void {
    const entry = this.#entries.get(account.id);
    if (!entry?.devices.has(id)) return;
    entry.devices.set(id, { isAway, seenAt: this.#now() });
    this.#touch(account.id);
  }

  /** Reads anew what the account chose. */
  reload(accountId: string): void {
    if (!this.#entries.has(accountId)) return;
    void this.#load(accountId).catch((error: unknown) => {
      this.#platform.log.warn({ err: error, accountId }, "Someone's presence could not be read");
    });
  }

  stateOf(accountId: string): accounts.PresenceState {
    const entry = this.#entries.get(accountId);
    return entry ? stateOf(entry, entry.devices.values(), this.#now()) : "offline";
  }

  isAtDevice(accountId: string): boolean {
    const devices = this.#entries.get(accountId)?.devices.values() ?? [];
    return isInUse(devices, this.#now());
  }

  /** Finds who became idle, or whose do-not-disturb is over, without a sign. */
  sweep(): void {
    for (const [accountId, { told }] of this.#entries) if (this.stateOf(accountId) !== told) this.#touch(accountId);
    if (this.#entries.size > 0) return;
    clearInterval(this.#sweeping);
    this.#sweeping = undefined;
  }

  async #load(accountId: string): Promise<void> {
    const { row, preferences } = await this.#platform.read(async (tx) => ({
      row: (await listAccountRows(tx, [accountId]))[0],
      preferences: (await listPreferences(tx, [accountId])).get(accountId),
    }));
    const entry = this.#entries.get(accountId);
    if (!entry || !row || !preferences) return;
    entry.busy = row.busy;
    entry.busyUntil = row.busy_until;
    entry.isShown = preferences.privacy.showPresence;
    this.#touch(accountId);
  }

  #touch(accountId: string): void {
    this.#changed.add(accountId);
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      void this.#tell().catch((error: unknown) => {
        this.#platform.log.warn({ err: error }, "Who is there could not be told");
      });
    }, gatherMs).unref();
  }

  async #tell(): Promise<void> {
    const people = [...this.#changed].flatMap((accountId) => {
      const entry = this.#entries.get(accountId);
      if (!entry) return [];
      const state = this.stateOf(accountId);
      if (entry.devices.size === 0) this.#entries.delete(accountId);
      if (state === entry.told) return [];
      entry.told = state;
      return [{ accountId: accountId as accounts.Profile["id"], state }];
    });
    this.#changed.clear();
    if (people.length === 0) return;
    const ids = people.map(({ accountId }) => accountId);
    const seenIn = await this.#platform.read((tx) => arrivals.current.feedsOf(tx, ids));
    const byFeed = new Map<FeedName, typeof people>();
    for (const person of people) {
      for (const feed of [feedOf.account(person.accountId), ...(seenIn.get(person.accountId) ?? [])]) {
        byFeed.set(feed, [...(byFeed.get(feed) ?? []), person]);
      }
    }
    for (const [feed, present] of byFeed) {
      this.#platform.broadcast(accounts.PresenceChanged, feed, { people: present });
    }
  }

  #now = (): number => this.#platform.clock().getTime();
}
