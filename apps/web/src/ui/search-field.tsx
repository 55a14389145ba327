import { Input } from "@base-ui/react/input";
import { Search, X } from "lucide-react";
import { type ComponentProps, useRef } from "react";
import { useTranslations } from "use-intl";
import { classes } from "./classes.ts";

type SearchFieldProps = Omit<ComponentProps<typeof Input>, "value" | "onValueChange" | "render" | "className"> & {
  /** What is searched; also the placeholder. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  className?: string;
};

/** Escape empties it first, and only then reaches what is around it. */
export function SearchField({ label, value, onValueChange, className, onKeyDown, ...rest }: SearchFieldProps) {
  const t = useTranslations("ui.search");
  const input = useRef<HTMLInputElement>(null);
  return (
    <search className={classes("field-frame flex h-control items-center gap-2 px-2.5", className)}>
      <Search aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
      <Input
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onValueChange={onValueChange}
        onKeyDown={(event) => {
          // These keys are for whoever turns letters into words.
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape" && value) {
            event.stopPropagation();
            onValueChange("");
          }
          onKeyDown?.(event);
        }}
        className="h-full w-full min-w-0 bg-transparent outline-none"
        {...rest}
      />
      {value && (
        <button
          type="button"
          aria-label={t("clear")}
          className="-me-1 grid size-6 shrink-0 place-items-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink"
          onClick={() => {
            onValueChange("");
            input.current?.focus();
          }}
        >
          <X className="size-3.5" />
        </button>
      )}
    </search>
  );
}
