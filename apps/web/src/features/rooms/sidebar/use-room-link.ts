import { useNavigate, useParams, useRouter } from "@tanstack/react-router";
import { type MouseEvent, useMemo } from "react";

/**
 * The address of a room, and the way there. Not a `<Link>`: each of those looks at every change of the address, and a
 * sidebar has hundreds of rooms.
 */
export function useRoomLink(roomId: string) {
  const router = useRouter();
  const navigate = useNavigate();
  const slug = useParams({ from: "/w/$slug", select: (params) => params.slug });
  const isCurrent = useParams({ strict: false, select: (params) => params.roomId === roomId });
  return useMemo(() => {
    const target = { to: "/w/$slug/r/$roomId", params: { slug, roomId } } as const;
    const onClick = (event: MouseEvent) => {
      const wantsAnotherWindow = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (wantsAnotherWindow || event.defaultPrevented) return;
      event.preventDefault();
      void navigate(target);
    };
    return { isCurrent, href: router.buildLocation(target).href, onClick };
  }, [router, navigate, slug, roomId, isCurrent]);
}
