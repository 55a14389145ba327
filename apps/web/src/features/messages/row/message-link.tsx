import { useRouter } from "@tanstack/react-router";
import { type MouseEvent, type ReactNode, use } from "react";
import { useRowTabIndex } from "./active-row.ts";
import { InertLink, LinksAsk } from "./inert-link.tsx";

/** Links to this workspace's own pages lead there in the app; others open in a tab that knows nothing of this one. */
export function MessageLink({ href, children }: { href: string; children: ReactNode }) {
  const { history } = useRouter();
  const tabIndex = useRowTabIndex();
  const asks = use(LinksAsk);
  const place = findPlace(href);
  if (asks) return <InertLink address={href}>{children}</InertLink>;
  if (!place) {
    return (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc" tabIndex={tabIndex}>
        {children}
      </a>
    );
  }
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.push(place);
  };
  return (
    <a href={href} tabIndex={tabIndex} onClick={follow}>
      {children}
    </a>
  );
}

function findPlace(href: string): string | undefined {
  const url = URL.parse(href);
  const isOurs = url?.origin === location.origin && url.pathname.startsWith("/w/");
  return isOurs ? url.pathname + url.search + url.hash : undefined;
}
