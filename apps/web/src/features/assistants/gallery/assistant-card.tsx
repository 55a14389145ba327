import type { assistants } from "@althing/contract";
import { Link, useParams } from "@tanstack/react-router";
import { Bot, Lock, MessageSquare, Pencil, Search, Wrench } from "lucide-react";
import { useTranslations } from "use-intl";
import { Avatar } from "../../../ui/avatar.tsx";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useMyId } from "../../accounts/index.ts";
import { usePermission } from "../../workspaces/index.ts";
import { useOpenChat } from "../chat/use-chat.ts";
import { Starters } from "./starters.tsx";

const shownStarters = 3;

/** An assistant as an invitation: who it is, what one may ask it, and the way in. */
export function AssistantCard({ assistant }: { assistant: assistants.Assistant }) {
  const t = useTranslations("assistants.gallery");
  const openChat = useOpenChat();
  const { slug } = useParams({ from: "/w/$slug" });
  const isMine = useMyId() === assistant.ownerId;
  const mayManage = usePermission("assistant.manage");
  const { id, name, handle, avatar, description, starters, builtIn } = assistant;
  return (
    <li className="flex flex-col rounded-lg border border-line bg-surface p-4">
      <header className="flex items-start gap-3">
        <Avatar
          name={name}
          color={avatar.color}
          emoji={avatar.emoji}
          src={avatar.url ?? undefined}
          sign={<Bot />}
          size={40}
        />
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold">{name}</h2>
          <p className="truncate text-ink-muted text-xs">
            <bdi>@{handle}</bdi>
          </p>
        </div>
        {!builtIn && (isMine || mayManage) && (
          <IconButton
            size="small"
            label={t("edit", { name })}
            icon={<Pencil />}
            render={<Link to="/w/$slug/assistants/$assistantId" params={{ slug, assistantId: id }} />}
          />
        )}
      </header>
      <p className="mt-2 line-clamp-3 text-pretty text-ink-muted text-sm">
        {builtIn ? t("builtInDescription") : description || t("noDescription")}
      </p>
      <Facts assistant={assistant} />
      <Starters
        className="mt-3"
        starters={starters.slice(0, shownStarters)}
        onAsk={(question) => void openChat(assistant, { question })}
      />
      <div className="mt-auto pt-3">
        <Button icon={<MessageSquare />} onClick={() => void openChat(assistant)}>
          {t("talk")}
          <span className="sr-only">{name}</span>
        </Button>
      </div>
    </li>
  );
}

function Facts({ assistant: { model, visibility, tools } }: { assistant: assistants.Assistant }) {
  const t = useTranslations("assistants.gallery");
  return (
    <p className="mt-2 flex flex-wrap gap-1.5 empty:hidden">
      {model ? <Tag>{model.modelId}</Tag> : <Tag icon={<Search />}>{t("bySearch")}</Tag>}
      {visibility === "private" && <Tag icon={<Lock />}>{t("private")}</Tag>}
      {tools.length > 0 && <Tag icon={<Wrench />}>{t("tools", { count: tools.length })}</Tag>}
    </p>
  );
}
