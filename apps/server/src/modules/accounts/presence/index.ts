// The board of each server, and what it hears.
import { accounts } from "@althing/contract";
import { type DeviceWatcher, type Ear, ear, type Signal } from "../../../kernel/module.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { PresenceBoard } from "./board.ts";

const boards = new WeakMap<Platform, PresenceBoard>();

function boardOf(platform: Platform): PresenceBoard {
  const board = boards.get(platform) ?? new PresenceBoard(platform);
  boards.set(platform, board);
  return board;
}

/** Who of these accounts is there, as others may see it. */
export function presenceOf(platform: Platform, accountIds: readonly string[]): Map<string, accounts.PresenceState> {
  const board = boardOf(platform);
  return new Map(accountIds.map((id) => [id, board.stateOf(id)]));
}

/** Whether someone sits before a device, whether others may see that or not. */
export const isAtDevice = (platform: Platform, accountId: string): boolean => boardOf(platform).isAtDevice(accountId);

export const presenceDevices: DeviceWatcher = {
  opened: (platform, device) => boardOf(platform).opened(device),
  closed: (platform, device) => boardOf(platform).closed(device),
};

export const presenceSignals: readonly Signal[] = [
  { op: "presence", hear: (platform, device, { state }) => boardOf(platform).heard(device, state === "away") },
  { op: "typing", hear: (platform, device) => boardOf(platform).heard(device, false) },
];

const idIn = (feed: string): string => feed.slice(feed.indexOf(":") + 1);

export const presenceEars: readonly Ear[] = [
  ear(accounts.MeChanged, (platform, { feed }) => boardOf(platform).reload(idIn(feed))),
  ear(accounts.PreferencesChanged, (platform, { feed }) => boardOf(platform).reload(idIn(feed))),
];
