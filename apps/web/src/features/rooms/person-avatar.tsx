import { Avatar } from "../../ui/avatar.tsx";
import { PresenceDot } from "../../ui/presence-dot.tsx";
import { usePresence, useProfile } from "../accounts/index.ts";

type Props = { accountId: string; name: string; size?: 16 | 20 | 24 | 32 | 40; presence?: boolean };

/** Someone's picture; `name` is for who has left the workspace and is known by it only. */
export function PersonAvatar({ accountId, name, size = 20, presence = false }: Props) {
  const profile = useProfile(accountId);
  return (
    <Avatar
      name={profile?.name ?? name}
      src={profile?.avatar.url ?? undefined}
      color={profile?.avatar.color}
      emoji={profile?.avatar.emoji}
      size={size}
      badge={presence && <Presence accountId={accountId} />}
    />
  );
}

function Presence({ accountId }: { accountId: string }) {
  return <PresenceDot state={usePresence(accountId)} size={8} />;
}
