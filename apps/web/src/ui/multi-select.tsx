import { Combobox as Part } from "@base-ui/react/combobox";
import { Check, X } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Field, type FieldFrame } from "./field.tsx";

export type Choice = { id: string; label: string; hint?: string; leading?: ReactNode };

type MultiSelectProps = FieldFrame & {
  choices: readonly Choice[];
  selected: readonly Choice[];
  onSelectedChange: (selected: Choice[]) => void;
  placeholder?: string;
  /** For choices that a search elsewhere finds: told what is typed, and the choices are shown as they come. */
  onQueryChange?: (query: string) => void;
  emptyText?: string;
};

/** Chooses several of many by typing: people, rooms, groups. Backspace takes the last one back. */
export function MultiSelect({
  label,
  hint,
  error,
  hideLabel,
  disabled,
  className,
  choices,
  selected,
  onSelectedChange,
  placeholder,
  onQueryChange,
  emptyText,
}: MultiSelectProps) {
  const t = useTranslations("ui.multiSelect");
  return (
    <Field {...{ label, hint, error, hideLabel, disabled, className }}>
      <Part.Root
        multiple
        autoHighlight
        items={choices}
        value={[...selected]}
        onValueChange={onSelectedChange}
        onInputValueChange={onQueryChange}
        filter={onQueryChange ? null : undefined}
        isItemEqualToValue={(one, other) => one.id === other.id}
        itemToStringLabel={(choice) => `${choice.label} ${choice.hint ?? ""}`}
      >
        <Part.InputGroup className="field-frame min-h-control px-1.5 py-1">
          <Part.Chips className="flex flex-wrap items-center gap-1">
            {selected.map((choice) => (
              <Part.Chip
                key={choice.id}
                aria-label={choice.label}
                className="flex h-control-small items-center gap-1.5 rounded-sm bg-active ps-1.5 text-sm outline-none data-highlighted:bg-selected focus-within:bg-selected"
              >
                {choice.leading}
                {choice.label}
                <Part.ChipRemove
                  aria-label={t("remove", { name: choice.label })}
                  className="grid size-6 place-items-center rounded-sm text-ink-muted hover:text-ink"
                >
                  <X className="size-3.5" />
                </Part.ChipRemove>
              </Part.Chip>
            ))}
            <Part.Input
              placeholder={selected.length ? "" : placeholder}
              onKeyDown={holdUnmatched}
              className="h-control-small min-w-24 flex-1 bg-transparent px-1 outline-none"
            />
          </Part.Chips>
        </Part.InputGroup>
        <Part.Portal>
          <Part.Positioner sideOffset={4} className="z-50">
            <Part.Popup className="popup thin-scroll max-h-[min(var(--available-height),20rem)] w-(--anchor-width) overflow-y-auto p-1">
              <Part.Empty className="px-2 py-3 text-ink-muted text-sm empty:hidden">
                {emptyText ?? t("empty")}
              </Part.Empty>
              <Part.List>
                {(choice: Choice) => (
                  <Part.Item key={choice.id} value={choice} className="choice">
                    {choice.leading}
                    <span className="min-w-0 flex-1 truncate">
                      {choice.label}
                      {choice.hint && <bdi className="ms-2 text-ink-muted">{choice.hint}</bdi>}
                    </span>
                    <Part.ItemIndicator className="text-accent">
                      <Check className="size-4" />
                    </Part.ItemIndicator>
                  </Part.Item>
                )}
              </Part.List>
            </Part.Popup>
          </Part.Positioner>
        </Part.Portal>
      </Part.Root>
    </Field>
  );
}

/** Words that no choice fits stay where they are: Enter would drop them, and send the form as if they had not been typed. */
function holdUnmatched(event: KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler(): void }): void {
  const { value } = event.currentTarget;
  if (event.key !== "Enter" || value.trim() === "" || event.currentTarget.hasAttribute("aria-activedescendant")) return;
  event.preventDefault();
  event.preventBaseUIHandler();
}
