import { createHash, randomBytes } from "node:crypto";

/** Invitations are stored by the hash of their tokens, so that whoever reads the database cannot join. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const newToken = (): string => randomBytes(24).toString("base64url");

export const invitationUrl = (publicUrl: string, token: string): string => `${publicUrl}/invite/${token}`;
