import { type ReactElement, Suspense } from "react";
import { later } from "../../../parts/index.ts";
import { HoverCard } from "../../../ui/hover-card.tsx";

const PersonCard = later(() => import("./person-card.tsx"), "PersonCard");

/** Shows who someone is while one points at their name or mention; pressing that should open the panel `profile`. */
export function PersonHoverCard({ accountId, children }: { accountId: string; children: ReactElement }) {
  return (
    <HoverCard trigger={children}>
      <Suspense>
        <PersonCard accountId={accountId} />
      </Suspense>
    </HoverCard>
  );
}
