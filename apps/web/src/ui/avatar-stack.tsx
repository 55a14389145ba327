import { useTranslations } from "use-intl";
import { Avatar } from "./avatar.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

type Person = { id: string; name: string; src?: string; color?: string; emoji?: string | null };

type AvatarStackProps = { people: readonly Person[]; size?: 16 | 20 | 24 | 32; max?: number };

/** Several people in the room of two. */
export function AvatarStack({ people, size = 24, max = 4 }: AvatarStackProps) {
  const t = useTranslations("ui.avatars");
  const shown = people.slice(0, max);
  const more = people.length - shown.length;
  return (
    <span className="inline-flex items-center">
      {shown.map(({ id, ...person }) => (
        <Avatar key={id} {...person} size={size} className="not-first:-ms-1.5 rounded-sm ring-(--ground) ring-2" />
      ))}
      {more > 0 && (
        <span aria-hidden="true" className="ms-1.5 text-ink-muted text-xs tabular-nums">
          +{more}
        </span>
      )}
      <VisuallyHidden>{t("people", { names: shown.map(({ name }) => name).join(", "), more })}</VisuallyHidden>
    </span>
  );
}
