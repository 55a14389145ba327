import type { messages } from "@althing/contract";
import type { Replica } from "@althing/sdk";
import { Check, CheckCheck } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { isShallowEqual, useReplica } from "../../../connection/index.ts";
import { classes } from "../../../ui/classes.ts";
import { isolate } from "../../../ui/isolate.ts";
import { Tooltip } from "../../../ui/tooltip.tsx";
import { useRowTabIndex } from "../row/active-row.ts";

type Message = messages.Message;
type Delivery = "sent" | "delivered" | "read";

/** In direct messages and groups, how far a message of mine has come. */
export function DeliveryMark({ message }: { message: Message }) {
  const delivery = useReplica((replica) => findDelivery(replica, message));
  return delivery ? <Mark message={message} delivery={delivery} /> : null;
}

function Mark({ message, delivery }: { message: Message; delivery: Delivery }) {
  const t = useTranslations("messages.receipts");
  const tabIndex = useRowTabIndex();
  const Icon = delivery === "sent" ? Check : CheckCheck;
  return (
    <Tooltip label={<Readers message={message} />} side="inline-start">
      <button
        type="button"
        tabIndex={tabIndex}
        aria-label={t(delivery)}
        className={classes(
          "grid size-6 shrink-0 place-items-center self-end rounded-sm [&>svg]:size-3.5",
          delivery === "read" ? "text-accent" : "text-ink-faint",
        )}
      >
        <Icon />
      </button>
    </Tooltip>
  );
}

function Readers({ message }: { message: Message }) {
  const t = useTranslations("messages.receipts");
  const { dateTime } = useFormatter();
  const receipts = useReplica((replica) => receiptsOf(replica, message), isShallowEqual);
  const readers = receipts.filter(({ readSeq }) => readSeq >= message.seq);
  if (readers.length === 0) return t(receipts.some((one) => one.deliveredSeq >= message.seq) ? "delivered" : "sent");
  return (
    <ul>
      {readers.map(({ account, readAt }) => (
        <li key={account.id}>
          {readAt
            ? t("readAt", {
                name: isolate(account.name),
                time: dateTime(new Date(readAt), { dateStyle: "short", timeStyle: "short" }),
              })
            : t("readBy", { name: isolate(account.name) })}
        </li>
      ))}
    </ul>
  );
}

const receiptsOf = ({ receipts }: Replica, { roomId, author }: Message): readonly messages.Receipt[] =>
  Object.values(receipts[roomId] ?? {}).filter(({ account }) => account.id !== author.id);

function findDelivery(replica: Replica, message: Message): Delivery | undefined {
  const room = replica.rooms[message.roomId];
  const isMine = message.author.id === replica.accountId && message.deletedAt === null && message.kind === "message";
  if (!isMine || message.parentId !== null || (room?.kind !== "dm" && room?.kind !== "group")) return undefined;
  const receipts = receiptsOf(replica, message);
  // Nobody else is here, or nobody tells.
  if (receipts.length === 0) return undefined;
  if (receipts.every(({ readSeq }) => readSeq >= message.seq)) return "read";
  return receipts.every(({ deliveredSeq }) => deliveredSeq >= message.seq) ? "delivered" : "sent";
}
