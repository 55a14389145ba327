import { useTranslations } from "use-intl";
import { classes } from "./classes.ts";

type PresenceDotProps = { state: "online" | "away" | "busy" | "offline"; size?: 8 | 10 | 14; className?: string };

const paths = {
  online: <circle cx="5" cy="5" r="5" fill="currentColor" />,
  away: <path fill="currentColor" d="M5 0a5 5 0 1 0 5 5A3.9 3.9 0 0 1 5 0Z" />,
  busy: <path fill="currentColor" fillRule="evenodd" d="M5 0a5 5 0 1 1 0 10A5 5 0 0 1 5 0ZM2.4 4v2h5.2V4Z" />,
  offline: <circle cx="5" cy="5" r="3.9" fill="none" stroke="currentColor" strokeWidth="2.2" />,
};

const tones = { online: "text-online", away: "text-away", busy: "text-busy", offline: "text-offline" };

/** Four shapes, since the colour alone would not tell everyone. */
export function PresenceDot({ state, size = 10, className }: PresenceDotProps) {
  const t = useTranslations("ui.presence");
  return (
    <svg
      role="img"
      aria-label={t(state)}
      viewBox="-1.5 -1.5 13 13"
      width={size + 3}
      height={size + 3}
      className={classes(tones[state], className)}
    >
      <circle cx="5" cy="5" r="6.5" className="fill-(--ground)" />
      {paths[state]}
    </svg>
  );
}
