import { useRender } from "@base-ui/react/use-render";
import { classes } from "./classes.ts";

/** A link in running text; `render` takes a router's `<Link>`, or a `<button>` that only looks like a link. */
export function TextLink({ render, className, ...rest }: useRender.ComponentProps<"a">) {
  return useRender({
    defaultTagName: "a",
    render,
    props: {
      ...rest,
      className: classes(
        "rounded-xs font-medium text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent",
        className,
      ),
    },
  });
}
