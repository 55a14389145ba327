// People, and yourself: who they are, whether they are there, signing in, and your settings.

export { accountsFeature } from "./feature.ts";
export { findAddresses } from "./find-addresses.ts";
export { AccountAvatar } from "./person/account-avatar.tsx";
export { PersonHoverCard } from "./person/person-hover-card.tsx";
export { PersonName } from "./person/person-name.tsx";
export { StatusEmoji } from "./person/status-emoji.tsx";
export { useDirectMessage } from "./person/use-direct-message.ts";
export { useMyId, useProfile } from "./person/use-person.ts";
export { useRoleTitle } from "./person/use-role-title.ts";
export { Section } from "./settings/section.tsx";
