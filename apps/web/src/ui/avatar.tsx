import { Avatar as Part } from "@base-ui/react/avatar";
import type { ReactNode } from "react";
import { initialsOf, pickColor, readableInk } from "./avatar-colors.ts";
import { classes } from "./classes.ts";

type AvatarProps = {
  name: string;
  /** A picture; until it is there, and where there is none, the colour with the emoji or the initials. */
  src?: string | undefined;
  color?: string | undefined;
  emoji?: string | null | undefined;
  size?: 16 | 20 | 24 | 32 | 36 | 40 | 48 | 64 | 96;
  /** Sits on the lower end corner: a PresenceDot. */
  badge?: ReactNode;
  className?: string;
};

/** The picture stands beside the name as a rule and says nothing; the badge does. */
export function Avatar({ name, src, color, emoji, size = 32, badge, className }: AvatarProps) {
  const background = color ?? pickColor(name);
  return (
    <span
      className={classes("relative inline-block shrink-0 align-middle", className)}
      style={{ width: size, height: size }}
    >
      <Part.Root
        aria-hidden="true"
        className="flex size-full select-none items-center justify-center overflow-hidden font-semibold leading-none"
        style={{
          background,
          color: readableInk(background),
          borderRadius: Math.max(4, size * 0.22),
          fontSize: size * (emoji ? 0.58 : 0.4),
        }}
      >
        {src && <Part.Image src={src} alt="" width={size} height={size} className="size-full object-cover" />}
        <Part.Fallback>{emoji ?? (size < 20 ? initialsOf(name).slice(0, 1) : initialsOf(name))}</Part.Fallback>
      </Part.Root>
      {badge && <span className="absolute -end-0.5 -bottom-0.5 flex">{badge}</span>}
    </span>
  );
}
