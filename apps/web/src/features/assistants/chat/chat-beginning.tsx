import type { rooms } from "@althing/contract";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../../connection/index.ts";
import { AccountAvatar } from "../../accounts/index.ts";
import { focusComposer } from "../../messages/index.ts";
import { Starters } from "../gallery/starters.tsx";
import { useAssistantIn } from "../use-assistants.ts";

type Props = {
  room: rooms.MyRoom;
  /** Whether nothing was asked yet. */
  isEmpty: boolean;
};

/** The start of a conversation with an assistant: whom one asks, and what one may ask first. */
export function ChatBeginning({ room, isEmpty }: Props) {
  const t = useTranslations("assistants.gallery");
  const workspace = useWorkspace();
  const assistant = useAssistantIn(room);
  if (!assistant) return null;
  const { id, name, description, builtIn, starters } = assistant;
  const ask = (body: string) => {
    workspace.send({ roomId: room.id, body });
    focusComposer();
  };
  return (
    <section aria-label={name} className="flex flex-col items-start gap-3 px-4 pt-10 pb-6 md:px-5">
      <AccountAvatar accountId={id} name={name} size={48} />
      <div className="max-w-prose">
        <h2 className="font-semibold text-xl">{name}</h2>
        <p className="text-pretty text-ink-muted empty:hidden">{builtIn ? t("builtInDescription") : description}</p>
      </div>
      {isEmpty && room.joined && room.archivedAt === null && (
        <Starters className="w-full max-w-md" starters={starters} onAsk={ask} />
      )}
    </section>
  );
}
