import type { messages } from "@althing/contract";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useCallback } from "react";

type Placed = Pick<messages.Message, "id" | "roomId" | "parentId" | "alsoInRoom">;

const searchOf = ({ id, parentId }: Placed): { at: string; panel?: string } =>
  parentId === null ? { at: id } : { at: id, panel: `thread:${parentId}` };

/** The address that shows a message in its room, and a reply in its thread. */
export const addressOf = (slug: string, message: Placed): string =>
  new URL(`/w/${slug}/r/${message.roomId}?${new URLSearchParams(searchOf(message))}`, location.origin).href;

/** Leads to a message and points it out. */
export function useShowMessage(): (message: Placed) => void {
  const navigate = useNavigate();
  const { slug } = useParams({ from: "/w/$slug" });
  return useCallback(
    (message) =>
      void navigate({
        to: "/w/$slug/r/$roomId",
        params: { slug, roomId: message.roomId },
        search: (before) => ({ ...before, ...searchOf(message) }),
      }),
    [navigate, slug],
  );
}
