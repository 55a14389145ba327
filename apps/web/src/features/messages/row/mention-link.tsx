import type { ReactNode } from "react";
import { usePanel } from "../../../shell/index.ts";
import { PersonHoverCard, useMyId } from "../../accounts/index.ts";
import { useRowTabIndex } from "./active-row.ts";

type Props = { kind: string; accountId: string | undefined; children: ReactNode };

/** Someone who is called by a message: who they are while one points at it, their profile when it is pressed. */
export function MentionLink({ kind, accountId, children }: Props) {
  if (accountId) return <PersonLink accountId={accountId}>{children}</PersonLink>;
  return (
    <span className="mention" data-mention-kind={kind}>
      {children}
    </span>
  );
}

function PersonLink({ accountId, children }: { accountId: string; children: ReactNode }) {
  const myId = useMyId();
  const tabIndex = useRowTabIndex();
  const { show } = usePanel();
  return (
    <PersonHoverCard accountId={accountId}>
      <button
        type="button"
        tabIndex={tabIndex}
        data-mention-id={accountId}
        className={accountId === myId ? "mention mention-mine" : "mention"}
        onClick={() => show("profile", accountId)}
      >
        {children}
      </button>
    </PersonHoverCard>
  );
}
