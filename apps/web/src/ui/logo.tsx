import { classes } from "./classes.ts";

/** Eight places around the one who speaks; the lowest is open, for whoever comes next. */
const places = [0, 45, 90, 135, 225, 270, 315];

export function Mark({ size = 24, className }: { size?: number; className?: string }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className={classes("shrink-0", className)}>
      <rect width="32" height="32" rx="7.5" fill="#0d6b57" />
      {places.map((angle) => (
        <rect
          key={angle}
          x="13.1"
          y="3.9"
          width="5.8"
          height="4.9"
          rx="2.2"
          fill="#f2fbf7"
          transform={`rotate(${angle} 16 16)`}
        />
      ))}
      <circle cx="16" cy="16" r="3.1" fill="#ffd166" />
    </svg>
  );
}

export function Logo({ size = 28, className }: { size?: number; className?: string }) {
  return (
    <span
      dir="ltr"
      className={classes("inline-flex items-center gap-2.5 font-semibold tracking-tight", className)}
      style={{ fontSize: size * 0.66 }}
    >
      <Mark size={size} />
      Althing
    </span>
  );
}
