// The workspace's own emoji: for its people all there is to know, for those who render the picture of each name.
import { type FeedName, parseFeed, workspaces } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { defineMemo } from "../../../kernel/memo.ts";
import { type Ear, ear } from "../../../kernel/module.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listEmojiRows } from "../store/emoji.ts";
import { viewEmoji } from "../views.ts";

export const listEmoji: ReadAction<typeof workspaces.listEmoji> = async (tx, { input }) =>
  (await listEmojiRows(tx, [input.workspaceId])).map(viewEmoji);

/** The pictures of a workspace's own emoji: their addresses by name. */
export type EmojiUrls = ReadonlyMap<string, string>;

const urlsMemo = defineMemo<EmojiUrls>("workspaces.emoji", { ttlSeconds: 300, max: 1_000 });

/** By workspace, each once however often it is named. */
export const listEmojiUrls = (tx: ReadTx, workspaceIds: readonly string[]): Promise<ReadonlyMap<string, EmojiUrls>> =>
  tx.memo(urlsMemo, workspaceIds, async (missing) => {
    const rows = Map.groupBy(await listEmojiRows(tx, missing), (row) => row.workspace_id as string);
    return new Map(
      missing.map((id) => [
        id,
        new Map(
          rows
            .get(id)
            ?.map(viewEmoji)
            .map(({ name, url }) => [name, url]),
        ),
      ]),
    );
  });

export const forgetEmoji: readonly Ear[] = [workspaces.EmojiAdded, workspaces.EmojiRemoved].map((event) =>
  ear(event, ({ memos }, { feed }) => memos.forget(urlsMemo, parseFeed(feed as FeedName).id)),
);
