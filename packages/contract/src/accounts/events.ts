import { z } from "zod";
import { defineEvent } from "../kit/event.ts";
import { AccountId } from "../kit/id.ts";
import { Me, Profile } from "./account.ts";
import { SessionId } from "./auth.ts";
import { Preferences, PresenceState } from "./people.ts";

export const ProfileChanged = defineEvent("accounts.profile_changed", {
  durability: "durable",
  feeds: ["account", "workspace"],
  summary: "Someone changed their profile or status.",
  payload: z.object({ account: Profile }),
});
export const MeChanged = defineEvent("accounts.me_changed", {
  durability: "durable",
  feeds: ["account"],
  summary: "Something only you see of your account changed: address, verification, workspaces.",
  payload: z.object({ me: Me.omit({ head: true, workspaces: true }) }),
});
export const PreferencesChanged = defineEvent("accounts.preferences_changed", {
  durability: "durable",
  feeds: ["account"],
  summary: "Your preferences changed.",
  payload: z.object({ preferences: Preferences }),
});
export const SessionEnded = defineEvent("accounts.session_ended", {
  durability: "durable",
  feeds: ["account"],
  summary: "One of your sessions ended; its sockets and streams are closed.",
  payload: z.object({
    sessionId: SessionId,
    reason: z.enum(["logout", "logout_all", "ended_by_owner", "password_changed", "token_reused", "account_disabled"]),
  }),
});
export const PresenceChanged = defineEvent("accounts.presence_changed", {
  durability: "ephemeral",
  feeds: ["workspace", "account"],
  summary: "People came, went, became idle or busy.",
  payload: z.object({ people: z.array(z.object({ accountId: AccountId, state: PresenceState })) }),
});
