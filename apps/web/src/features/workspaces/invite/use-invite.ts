import { createOpener } from "../../../shell/index.ts";

/** Inviting people, straight into a room if one is named. */
export type Inviting = { roomId?: string; roomTitle?: string };

export const inviting = createOpener<Inviting>();

/** Opens the dialog that invites people to this workspace. */
export const useInvite = (): ((inviting: Inviting) => void) => inviting.open;
