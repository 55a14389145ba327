import { useParams, useRouter } from "@tanstack/react-router";
import { type MouseEvent, useMemo } from "react";

/**
 * The addresses of rooms, and the way there. Not `<Link>`s, nor a hook for each: those look at every change of the address,
 * and a sidebar has hundreds of rooms.
 */
export function useRoomLinks() {
  const router = useRouter();
  const slug = useParams({ from: "/w/$slug", select: (params) => params.slug });
  return useMemo(() => {
    const onClick = (event: MouseEvent<HTMLElement>) => {
      const wantsAnotherWindow = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      const href = event.currentTarget.getAttribute("href");
      if (wantsAnotherWindow || event.defaultPrevented || href === null) return;
      event.preventDefault();
      void router.navigate({ href });
    };
    return { hrefOf: (roomId: string) => `/w/${slug}/r/${roomId}`, onClick };
  }, [router, slug]);
}
