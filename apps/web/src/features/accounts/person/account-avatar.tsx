import { Bot } from "lucide-react";
import type { ComponentProps } from "react";
import { Avatar } from "../../../ui/avatar.tsx";
import { PresenceDot } from "../../../ui/presence-dot.tsx";
import { usePresence, useProfile } from "./use-person.ts";

type Size = NonNullable<ComponentProps<typeof Avatar>["size"]>;
type AccountAvatarProps = {
  accountId: string;
  size?: Size;
  /** Whether a dot says if they are there. */
  presence?: boolean;
  /** For someone who is not known here any more. */
  name?: string;
  className?: string;
};

export function AccountAvatar({ accountId, size = 32, presence = false, name = "", className }: AccountAvatarProps) {
  const profile = useProfile(accountId);
  return (
    <Avatar
      name={profile?.name ?? name}
      src={profile?.avatar.url ?? undefined}
      color={profile?.avatar.color}
      emoji={profile?.avatar.emoji}
      sign={profile?.kind === "assistant" && <Bot />}
      size={size}
      badge={presence && <Presence accountId={accountId} size={size} />}
      className={className}
    />
  );
}

function Presence({ accountId, size }: { accountId: string; size: Size }) {
  return <PresenceDot state={usePresence(accountId)} size={size > 48 ? 14 : size > 24 ? 10 : 8} />;
}
