import type { messages } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { isolate } from "../../../ui/isolate.ts";
import { useMyId } from "../../accounts/index.ts";

const shownCount = 12;

/** Who answered with this emoji: asked of the server when someone wants to know. */
export function Reactors({ message: { roomId, id, reactions }, emoji }: { message: messages.Message; emoji: string }) {
  const t = useTranslations("messages.reactions");
  const { list } = useFormatter();
  const { messages } = useClient();
  const myId = useMyId();
  const counts = reactions.map((one) => `${one.emoji}${one.count}`).join();
  const { data } = useQuery({
    queryKey: ["messages", "reactions", id, counts],
    queryFn: () => messages.listReactions({ roomId, messageId: id }),
  });
  const accounts = data?.find((one) => one.emoji === emoji)?.accounts ?? [];
  const count = reactions.find((one) => one.emoji === emoji)?.count ?? 0;
  if (accounts.length === 0) return t("count", { count });
  const names = accounts.slice(0, shownCount).map(({ id, name }) => (id === myId ? t("you") : isolate(name)));
  const more = accounts.length - names.length;
  return t("who", { names: list(more > 0 ? [...names, t("more", { count: more })] : names), emoji });
}
