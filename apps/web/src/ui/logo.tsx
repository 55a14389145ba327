import { classes } from "./classes.ts";

/** The stones of a ring, seen from above; the place below is open, for whoever comes next. The same as public/icon.svg. */
const ring =
  "M13.19 6.82A9.6 9.6 0 0 1 18.81 6.82M20.65 7.60A9.6 9.6 0 0 1 24.55 11.64M25.27 13.52A9.6 9.6 0 0 1 25.08 19.13M24.23 20.94A9.6 9.6 0 0 1 20.51 24.48M11.49 24.48A9.6 9.6 0 0 1 7.77 20.94M6.92 19.13A9.6 9.6 0 0 1 6.73 13.52M7.45 11.64A9.6 9.6 0 0 1 11.35 7.60";

export function Mark({ size = 24, className }: { size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      fill="none"
      aria-hidden="true"
      className={classes("shrink-0", className)}
    >
      <rect width="32" height="32" rx="7.5" fill="#0d6b57" />
      <path d={ring} stroke="#f2fbf7" strokeWidth="4.4" />
      <circle cx="16" cy="16" r="2.7" fill="#ffd166" />
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
