import { useRender } from "@base-ui/react/use-render";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

type ListRowProps = Omit<useRender.ComponentProps<"button">, "render"> & {
  /** A router's `<Link>`; without it the row is a button. */
  render?: useRender.ComponentProps<"button">["render"];
  leading?: ReactNode;
  /** Stays in sight: a badge, a time. */
  trailing?: ReactNode;
  selected?: boolean;
  /** Strong text, such as for unread. */
  strong?: boolean;
  /** Weak text, such as for muted. */
  faint?: boolean;
};

/** One line of a sidebar or a list. */
export function ListRow({
  render,
  leading,
  trailing,
  selected,
  strong,
  faint,
  className,
  children,
  ...rest
}: ListRowProps) {
  return useRender({
    render: render ?? <button type="button" />,
    props: {
      "aria-current": selected ? "page" : undefined,
      ...rest,
      className: classes(
        "flex min-h-row w-full min-w-0 items-center gap-2 rounded-md px-2 text-start text-sm transition-colors [&>svg]:size-4 [&>svg]:shrink-0",
        selected ? "bg-selected text-ink" : "hover:bg-hover active:bg-active",
        strong ? "font-semibold text-ink" : !selected && (faint ? "text-ink-faint" : "text-ink-muted"),
        className,
      ),
      children: (
        <>
          {leading}
          <span className="min-w-0 flex-1 truncate">{children}</span>
          {trailing}
        </>
      ),
    },
  });
}
