// What an answer to wrong requests may be.
import { errors, type RouteDef } from "@althing/contract";

/** They would end the session that the others need. */
export const ending = new Set([
  "accounts.logout",
  "accounts.logout_all",
  "workspaces.leave",
  "accounts.change_password",
]);

/** The failures that a route may give: its own, everyone's, and those of the things it names. */
export const allowed = (route: RouteDef): Set<string> =>
  new Set([
    ...Object.values(errors).map(({ code }) => code as string),
    ...route.errors.map(({ code }) => code),
    "room_not_found",
    "workspace_not_found",
    "message_not_found",
    "room_archived",
  ]);
