import { useRender } from "@base-ui/react/use-render";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Tooltip } from "./tooltip.tsx";

export type IconButtonProps = Omit<useRender.ComponentProps<"button">, "render" | "children"> & {
  /** The button's name, for the tooltip and for who does not see the icon. */
  label: string;
  icon: ReactNode;
  /** Shown in the tooltip, such as `mod+k`. */
  shortcut?: string;
  size?: "small" | "medium";
  variant?: "ghost" | "secondary" | "danger";
  /** Whether what the button switches is on. */
  pressed?: boolean;
  tooltipSide?: "top" | "bottom" | "inline-start" | "inline-end";
  render?: ReactElement;
};

const variants = {
  ghost: "text-ink-muted hover:bg-hover hover:text-ink active:bg-active",
  secondary: "border border-line-strong/60 bg-surface text-ink-muted hover:bg-hover hover:text-ink active:bg-active",
  danger: "text-danger hover:bg-danger-soft",
};

export function IconButton({
  label,
  icon,
  shortcut,
  size = "medium",
  variant = "ghost",
  pressed,
  tooltipSide,
  render,
  className,
  disabled = false,
  ...rest
}: IconButtonProps) {
  const button = useRender({
    render: render ?? <button type="button" disabled={disabled} data-disabled={disabled ? "" : undefined} />,
    props: {
      ...rest,
      "aria-label": label,
      "aria-pressed": pressed,
      className: classes(
        "inline-flex shrink-0 items-center justify-center rounded-md transition-colors [&_svg]:size-[1.125rem]",
        "aria-pressed:bg-selected aria-pressed:text-accent data-popup-open:bg-active data-popup-open:text-ink",
        "data-disabled:cursor-default data-disabled:opacity-40",
        size === "small" ? "size-control-small [&_svg]:size-4" : "size-control",
        variants[variant],
        className,
      ),
      children: icon,
    },
  });
  return (
    <Tooltip label={label} shortcut={shortcut} side={tooltipSide}>
      {button}
    </Tooltip>
  );
}
