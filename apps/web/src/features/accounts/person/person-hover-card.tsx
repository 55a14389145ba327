import type { ReactElement } from "react";
import { HoverCard } from "../../../ui/hover-card.tsx";
import { PersonCard } from "./person-card.tsx";

/** Shows who someone is while one points at their name or mention; pressing that should open the panel `profile`. */
export function PersonHoverCard({ accountId, children }: { accountId: string; children: ReactElement }) {
  return (
    <HoverCard trigger={children}>
      <PersonCard accountId={accountId} />
    </HoverCard>
  );
}
