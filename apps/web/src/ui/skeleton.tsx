import { classes } from "./classes.ts";

/** Stands where something is to come, of its final size; shown only after 150 ms, so that quick answers do not blink. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classes("skeleton block rounded-sm bg-active", className)} />;
}
