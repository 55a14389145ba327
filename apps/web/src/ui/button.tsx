import { Button as Part } from "@base-ui/react/button";
import { useRender } from "@base-ui/react/use-render";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Spinner } from "./spinner.tsx";

export type ButtonProps = Omit<useRender.ComponentProps<"button">, "render"> & {
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "small" | "medium" | "large";
  icon?: ReactNode;
  /** Shows that the action runs; the button keeps its width and its focus, and does nothing. */
  loading?: boolean;
  /** An element to be instead of a button, such as a router's `<Link>`. */
  render?: ReactElement;
};

const variants = {
  primary: "bg-accent text-accent-ink hover:bg-accent-hover",
  secondary: "border border-line-strong/60 bg-surface text-ink hover:bg-hover active:bg-active",
  ghost: "text-ink-muted hover:bg-hover hover:text-ink active:bg-active data-popup-open:bg-active",
  danger: "bg-danger text-danger-ink hover:bg-danger-hover",
};

const sizes = {
  small: "h-control-small gap-1.5 rounded-sm px-2.5 text-xs",
  medium: "h-control gap-2 rounded-md px-3 text-sm",
  large: "h-11 gap-2 rounded-md px-5 text-base",
};

export function Button({
  variant = "secondary",
  size = "medium",
  icon,
  loading = false,
  disabled = false,
  render,
  className,
  children,
  ...rest
}: ButtonProps) {
  return useRender({
    render: render ?? <Part disabled={disabled || loading} focusableWhenDisabled={loading} />,
    props: {
      ...rest,
      "aria-busy": loading || undefined,
      className: classes(
        "relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap font-medium transition-colors",
        "data-disabled:cursor-default data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
        variants[variant],
        sizes[size],
        className,
      ),
      children: (
        <>
          {loading && <Spinner className="absolute" />}
          <span className={classes("inline-flex min-w-0 items-center gap-[inherit]", loading && "opacity-0")}>
            {icon}
            {children}
          </span>
        </>
      ),
    },
  });
}
