// Yourself, the people you know of, and who is there.
import { accounts } from "@althing/contract";
import { withNames } from "./names.ts";
import { put, putAll } from "./records.ts";
import { on } from "./reducer.ts";
import type { Replica } from "./state.ts";

export const fromMe = (replica: Replica, me: accounts.Me): Replica => ({ ...replica, accountId: me.id, me });

export const fromPreferences = (replica: Replica, preferences: accounts.Preferences): Replica => ({
  ...replica,
  preferences,
});

export const fromProfile = (replica: Replica, profile: accounts.Profile): Replica => ({
  ...replica,
  profiles: put(replica.profiles, profile.id, profile),
});

export const presenceOf = (replica: Replica, accountId: string): accounts.PresenceState =>
  replica.presence[accountId] ?? "offline";

export const accountReducers = [
  on(accounts.ProfileChanged, (replica, { data: { account } }) => {
    const known = replica.profiles[account.id];
    const isRenamed = known?.name !== account.name || known.handle !== account.handle;
    return {
      ...fromProfile(isRenamed ? withNames(replica, account) : replica, account),
      me: replica.me?.id === account.id ? { ...replica.me, ...account } : replica.me,
    };
  }),
  on(accounts.MeChanged, (replica, { data }) => ({ ...replica, me: replica.me && { ...replica.me, ...data.me } })),
  on(accounts.PreferencesChanged, (replica, { data }) => ({ ...replica, preferences: data.preferences })),
  // The socket of an ended session is closed by the server; there is nothing of it here.
  on(accounts.SessionEnded, (replica) => replica),
  on(accounts.PresenceChanged, (replica, { data }) => ({
    ...replica,
    presence: putAll(
      replica.presence,
      data.people.map(({ accountId, state }) => [accountId, state]),
    ),
  })),
];
