import { files } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { linkOf } from "../serving/links.ts";
import { selectFiles } from "../store.ts";
import { readableAmong } from "./readable.ts";

const roundSeconds = 60;

export const linkFiles: OutsideAction<typeof files.linkFiles> = async (platform, { actor, input }) => {
  const { account, sessionId } = requireAccount(actor);
  const ids = [...new Set(input.files.map(({ id }) => id))];
  const rows = await platform.read(async (tx) => readableAmong(tx, account.id, await selectFiles(tx, ids)));
  const ready = new Map(rows.filter(({ state }) => state === "ready").map((row) => [row.id, row]));
  // Rounded, so that who asks twice is given the same address, and a browser shows what it has.
  const now = Math.floor(platform.clock().getTime() / 1_000 / roundSeconds) * roundSeconds;
  const expires = now + files.fileLimits.linkSeconds;
  const links = input.files.flatMap(({ id, variant }) => {
    const row = ready.get(id);
    if (!row || (variant === "preview" && row.preview_key === null)) return [];
    const url = linkOf(platform.secrets, { fileId: id, variant, accountId: account.id, sessionId, expires });
    return [{ id, variant, url, expiresAt: new Date(expires * 1_000).toISOString() }];
  });
  return { links };
};
