import { messages } from "@althing/contract";
import { useFormatter } from "use-intl";

/** A number of unread messages as it is written: "1,000+" where no more were counted. */
export function useCounted(count: number): string {
  const format = useFormatter();
  return format.number(count) + (count < messages.messageLimits.unreadCount ? "" : "+");
}
