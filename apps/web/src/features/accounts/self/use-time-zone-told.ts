import { useEffect } from "react";
import { useClient } from "../../../connection/index.ts";
import { useMe } from "../person/use-person.ts";

/** Gives the profile this device's time zone while it has none; what was chosen stays. */
export function useTimeZoneTold(): void {
  const { accounts } = useClient();
  const me = useMe();
  const isMissing = me !== null && me.timeZone === null;
  useEffect(() => {
    if (!isMissing) return;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    // Where this fails, the next start tries again.
    accounts.updateMe({ timeZone }).catch(() => undefined);
  }, [accounts, isMissing]);
}
