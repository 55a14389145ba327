// The workspace as a place: its people, roles, invitations and settings.
export { workspacesFeature } from "./feature.ts";
export { useInvite } from "./invite/use-invite.ts";
export { usePermission } from "./use-permission.ts";
export { usePermissionText } from "./use-permission-text.ts";
