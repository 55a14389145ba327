import { type ReactNode, useState } from "react";
import { initialsOf, pickColor, readableInk } from "./avatar-colors.ts";
import { classes } from "./classes.ts";

type AvatarProps = {
  name: string;
  /** A picture; until it is there, and where there is none, the colour with the emoji or the initials. */
  src?: string | undefined;
  color?: string | undefined;
  emoji?: string | null | undefined;
  /** An icon in place of the initials, for who is no person. */
  sign?: ReactNode;
  size?: 16 | 20 | 24 | 32 | 36 | 40 | 48 | 64 | 96;
  /** Sits on the lower end corner: a PresenceDot. */
  badge?: ReactNode;
  className?: string;
};

/** The picture stands beside the name as a rule and says nothing; the badge does. */
export function Avatar({ name, src, color, emoji, sign, size = 32, badge, className }: AvatarProps) {
  const background = color ?? pickColor(name);
  const [loadedSrc, setLoadedSrc] = useState<string>();
  return (
    <span
      className={classes("relative inline-block shrink-0 align-middle", className)}
      style={{ width: size, height: size }}
    >
      <span
        aria-hidden="true"
        className="relative flex size-full select-none items-center justify-center overflow-hidden font-semibold leading-none [&>svg]:size-[60%]"
        style={{
          background,
          color: readableInk(background),
          borderRadius: Math.max(4, size * 0.22),
          fontSize: size * (emoji ? 0.58 : 0.4),
        }}
      >
        {(!src || src !== loadedSrc) && (emoji ?? (sign || initialsOf(name).slice(0, size < 20 ? 1 : undefined)))}
        {src && (
          <img
            src={src}
            alt=""
            width={size}
            height={size}
            className="absolute inset-0 size-full object-cover"
            onLoad={() => setLoadedSrc(src)}
          />
        )}
      </span>
      {badge && <span className="absolute -end-0.5 -bottom-0.5 flex">{badge}</span>}
    </span>
  );
}
