import { files } from "@althing/contract";
import type { Media } from "../../../kernel/module.ts";
import { isSessionLive } from "../../accounts/index.ts";
import { dispositionOf, servedType, unknownType } from "../policy.ts";
import { readableAmong } from "../queries/readable.ts";
import { selectFiles } from "../store.ts";
import { findGrant, folder } from "./links.ts";

/** Asks for rights anew at each fetch: a link outlives neither the session nor the right that it was given for. */
export const media: Media = {
  folder,
  async find(platform, name, query) {
    const grant = findGrant(platform.secrets, name, query, platform.clock());
    if (!grant) return undefined;
    const row = await platform.read(async (tx) => {
      if (!(await isSessionLive(tx, grant.sessionId))) return undefined;
      const [readable] = await readableAmong(tx, grant.accountId, await selectFiles(tx, [grant.fileId]));
      return readable?.state === "ready" ? readable : undefined;
    });
    const key = grant.variant === "preview" ? row?.preview_key : row?.content_key;
    if (!row || !key) return undefined;
    const content = { mediaType: row.media_type ?? unknownType, kind: row.kind };
    return {
      mediaType: grant.variant === "preview" ? "image/webp" : servedType(content),
      bytes: platform.blobs.read(key),
      granted: { forSeconds: files.fileLimits.linkSeconds, disposition: dispositionOf(content, row.name) },
    };
  },
};
