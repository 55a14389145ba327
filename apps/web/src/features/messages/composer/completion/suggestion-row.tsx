import { AtSign, Slash } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Emoji } from "../../../../ui/emoji-picker/emoji.tsx";
import { AccountAvatar } from "../../../accounts/index.ts";
import { RoomIcon } from "../../../rooms/index.ts";
import type { Suggestion } from "./suggestion.ts";

export function SuggestionRow({ suggestion }: { suggestion: Suggestion }) {
  const t = useTranslations("messages.composer.completion");
  switch (suggestion.kind) {
    case "person":
      return (
        <Row
          icon={<AccountAvatar accountId={suggestion.accountId} size={20} presence />}
          title={suggestion.name}
          hint={`@${suggestion.handle}`}
          note={suggestion.isOutside ? t("outside") : undefined}
        />
      );
    case "everyone":
      return (
        <Row
          icon={<AtSign className="text-ink-muted" />}
          title={`@${suggestion.handle}`}
          hint={t(suggestion.handle, { count: suggestion.count })}
        />
      );
    case "channel":
      return <Row icon={<RoomIcon room={suggestion.room} />} title={suggestion.name} hint={suggestion.room.topic} />;
    case "emoji":
      return (
        <Row
          icon={<Emoji text={suggestion.text} url={suggestion.url} className="text-[1.25rem]" />}
          title={`:${suggestion.shortcode}:`}
          hint={suggestion.name}
        />
      );
    case "command":
      return (
        <Row
          icon={<Slash className="text-ink-muted" />}
          title={suggestion.command.name}
          argument={suggestion.command.hint}
          hint={suggestion.command.title}
        />
      );
  }
}

type RowProps = {
  icon: ReactNode;
  title: string;
  argument?: string | undefined;
  hint: string;
  note?: string | undefined;
};

function Row({ icon, title, argument, hint, note }: RowProps) {
  return (
    <>
      <span className="grid size-6 shrink-0 place-items-center [&>svg]:size-4">{icon}</span>
      <bdi className="shrink-0 font-medium">{title}</bdi>
      {argument && <span className="shrink-0 text-ink-muted">{argument}</span>}
      <span className="min-w-0 flex-1 truncate text-ink-muted">
        <bdi>{hint}</bdi>
      </span>
      {note && <span className="shrink-0 text-ink-muted text-xs">{note}</span>}
    </>
  );
}
