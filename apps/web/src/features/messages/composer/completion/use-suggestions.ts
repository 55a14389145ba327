import { listedRooms, type Replica } from "@althing/sdk";
import { useEffect, useMemo, useState } from "react";
import { useReplica, useWorkspace } from "../../../../connection/index.ts";
import { useLanguage } from "../../../../i18n/index.ts";
import { rank } from "../../../../shell/index.ts";
import { findEmoji } from "../../../../ui/emoji-picker/find-emoji.ts";
import { useAllSlashCommands } from "../slash/slash-command.ts";
import { listPeople } from "./list-people.ts";
import type { Suggestion } from "./suggestion.ts";
import type { Trigger } from "./trigger.ts";

const limit = 8;
const none: readonly Suggestion[] = [];

/** What answers to what is being written, the best first. */
export function useSuggestions(roomId: string, trigger: Trigger | undefined): readonly Suggestion[] {
  const { id: workspaceId, windows } = useWorkspace();
  const sign = trigger?.sign;
  const query = trigger?.query ?? "";
  // Nothing of the room's life matters while nothing is asked.
  const replica = useReplica((whole) => (sign === "@" || sign === "#" ? whole : undefined));
  const commands = useAllSlashCommands(sign === "/");
  const emoji = useEmoji(sign === ":" ? query : "");

  const needsMembers = sign === "@" && replica?.rooms[roomId]?.kind === "channel";
  useEffect(() => {
    if (needsMembers) windows.openRoomMembers(roomId).catch(() => undefined);
  }, [needsMembers, roomId, windows]);

  return useMemo(() => {
    if (sign === ":") return emoji;
    if (sign === "/")
      // All of them: whoever types a mere slash wants to see what there is.
      return rank(query, commands, ({ name }) => [name]).map((command) => ({ kind: "command", command }));
    if (!replica) return none;
    return sign === "@"
      ? listPeople(replica, { workspaceId, roomId, query })
      : listChannels(replica, workspaceId, query);
  }, [sign, query, replica, commands, emoji, workspaceId, roomId]);
}

function listChannels(replica: Replica, workspaceId: string, query: string): Suggestion[] {
  const channels = listedRooms(replica).flatMap((room): Extract<Suggestion, { kind: "channel" }>[] =>
    room.workspaceId === workspaceId && room.name && room.archivedAt === null
      ? [{ kind: "channel", room, name: room.name }]
      : [],
  );
  return rank(query, channels, ({ name }) => [name], limit);
}

function useEmoji(query: string): readonly Suggestion[] {
  const language = useLanguage();
  const { id } = useWorkspace();
  const custom = useReplica(({ emoji }) => emoji[id]);
  const [found, setFound] = useState(none);
  useEffect(() => {
    if (query === "") return;
    let isLatest = true;
    findEmoji(query, limit, { language, custom: custom ?? [] }).then(
      (list) => {
        if (isLatest)
          setFound(
            list.map(({ text, name, shortcode, url }) => ({
              kind: "emoji",
              text,
              name,
              shortcode: shortcode ?? name,
              url,
            })),
          );
      },
      () => undefined,
    );
    return () => {
      isLatest = false;
    };
  }, [query, language, custom]);
  return query === "" ? none : found;
}
