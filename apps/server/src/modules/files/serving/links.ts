/**
 * Addresses of files: good for ten minutes and for the session that asked, whose rights are asked once more when they are
 * used. The signature covers all of it; the key is one for this purpose alone.
 */
import type { files } from "@althing/contract";
import { validate as isUuid } from "uuid";
import type { Secrets } from "../../../platform/secrets/index.ts";

export const folder = "files";
const purpose = "file-link";
const name = /^([0-9a-f-]{36})\.(original|preview)$/;

export type Grant = {
  readonly fileId: string;
  readonly variant: files.FileVariant;
  readonly accountId: string;
  readonly sessionId: string;
  /** In seconds since 1970. */
  readonly expires: number;
};

const textOf = ({ fileId, variant, accountId, sessionId, expires }: Grant): string =>
  [fileId, variant, accountId, sessionId, expires].join(" ");

export function linkOf(secrets: Secrets, grant: Grant): string {
  const { fileId, variant, accountId, sessionId, expires } = grant;
  const signature = secrets.sign(purpose, textOf(grant));
  const query = new URLSearchParams({ account: accountId, session: sessionId, expires: String(expires), signature });
  return `/media/${folder}/${fileId}.${variant}?${query}`;
}

/** What a link grants; undefined where it is not one of ours, or was good once. */
export function findGrant(secrets: Secrets, file: string, query: URLSearchParams, now: Date): Grant | undefined {
  const [, fileId = "", variant] = name.exec(file) ?? [];
  const grant: Grant = {
    fileId,
    variant: variant as files.FileVariant,
    accountId: query.get("account") ?? "",
    sessionId: query.get("session") ?? "",
    expires: Number(query.get("expires")),
  };
  if (![fileId, grant.accountId, grant.sessionId].every((id) => isUuid(id))) return undefined;
  const isOurs = secrets.verify(purpose, textOf(grant), query.get("signature") ?? "");
  return isOurs && now.getTime() < grant.expires * 1_000 ? grant : undefined;
}
