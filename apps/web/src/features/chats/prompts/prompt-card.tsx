import type { chats } from "@althing/contract";
import { Copy, Ellipsis, EyeOff, Lock, Pencil, Share2, TextCursorInput, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { MenuItem, MenuSeparator } from "../../../ui/menu-items.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useMyId } from "../../accounts/index.ts";
import { usePermission } from "../../workspaces/index.ts";
import { filling } from "../openers.ts";
import { PromptText } from "./prompt-text.tsx";
import { useMayChange, usePromptVerbs } from "./use-prompt-verbs.ts";

/** A prompt to take: what it says, whose it is, and how much is to be filled in. */
export function PromptCard({ prompt }: { prompt: chats.Prompt }) {
  const t = useTranslations("chats.prompts");
  const isMine = useMyId() === prompt.owner.id;
  const { title, description, shared, owner, variables } = prompt;
  return (
    <li className="flex min-w-0 flex-col rounded-lg border border-line bg-surface p-4">
      <header className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <h2 className="wrap-anywhere font-semibold">{title}</h2>
          {description && <p className="text-pretty text-ink-muted text-sm">{description}</p>}
        </div>
        <Menu
          align="end"
          trigger={<IconButton size="small" label={t("more", { title })} icon={<Ellipsis />} className="-me-1.5" />}
        >
          <Items prompt={prompt} />
        </Menu>
      </header>
      <div className="mt-3 rounded-md bg-sunken px-3 py-2 text-sm leading-relaxed">
        <p dir="auto" className="wrap-anywhere line-clamp-4 whitespace-pre-line">
          <PromptText prompt={prompt} />
        </p>
      </div>
      <footer className="mt-auto flex flex-wrap items-center gap-1.5 pt-3">
        {!shared && <Tag icon={<Lock />}>{t("private")}</Tag>}
        {shared && <Tag>{isMine ? t("sharedByYou") : t("sharedBy", { name: owner.name })}</Tag>}
        {variables.length > 0 && <Tag icon={<TextCursorInput />}>{t("blanks", { count: variables.length })}</Tag>}
        <Button
          size="small"
          className="ms-auto"
          aria-label={t("useOne", { title })}
          onClick={() => filling.open({ prompt, place: undefined })}
        >
          {t("use")}
        </Button>
      </footer>
    </li>
  );
}

function Items({ prompt }: { prompt: chats.Prompt }) {
  const t = useTranslations("chats.prompts");
  const { edit, copy, remove, share } = usePromptVerbs();
  const mayChange = useMayChange()(prompt);
  const mayShare = usePermission("prompt.share");
  return (
    <>
      {mayChange && (
        <MenuItem icon={<Pencil />} onClick={() => edit(prompt)}>
          {t("edit")}
        </MenuItem>
      )}
      <MenuItem icon={<Copy />} onClick={() => copy(prompt)}>
        {t("copy")}
      </MenuItem>
      {mayChange && !prompt.shared && mayShare && (
        <MenuItem icon={<Share2 />} onClick={() => void share(prompt, true)}>
          {t("share")}
        </MenuItem>
      )}
      {mayChange && prompt.shared && (
        <MenuItem icon={<EyeOff />} onClick={() => void share(prompt, false)}>
          {t("hide")}
        </MenuItem>
      )}
      {mayChange && (
        <>
          <MenuSeparator />
          <MenuItem danger icon={<Trash2 />} onClick={() => void remove(prompt)}>
            {t("delete")}
          </MenuItem>
        </>
      )}
    </>
  );
}
