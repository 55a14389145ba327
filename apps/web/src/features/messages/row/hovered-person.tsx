import { cloneElement, type ReactElement, useState } from "react";
import { PersonHoverCard } from "../../accounts/index.ts";

type Props = { accountId: string; children: ReactElement<{ onPointerEnter?: () => void }> };

/** Who someone is, while one points at their name. Only then is it made: a list has hundreds of names. */
export function HoveredPerson({ accountId, children }: Props) {
  const [isNear, setNear] = useState(false);
  if (isNear) return <PersonHoverCard accountId={accountId}>{children}</PersonHoverCard>;
  return cloneElement(children, { onPointerEnter: () => setNear(true) });
}
