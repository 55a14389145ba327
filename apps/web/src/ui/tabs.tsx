import { Tabs as Part } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

type Tab<Value extends string> = { value: Value; label: ReactNode; content: ReactNode };

type TabsProps<Value extends string> = {
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string;
};

export function Tabs<Value extends string>({ label, tabs, value, onValueChange, className }: TabsProps<Value>) {
  return (
    <Part.Root value={value} onValueChange={onValueChange} className={classes("flex min-h-0 flex-col", className)}>
      <Part.List
        aria-label={label}
        className="thin-scroll relative flex shrink-0 gap-1 overflow-x-auto border-line border-b"
      >
        {tabs.map((tab) => (
          <Part.Tab
            key={tab.value}
            value={tab.value}
            className="flex h-10 items-center gap-2 whitespace-nowrap rounded-t-sm px-2.5 font-medium text-ink-muted text-sm -outline-offset-2 hover:text-ink data-active:text-ink"
          >
            {tab.label}
          </Part.Tab>
        ))}
        <Part.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) rounded-full bg-accent transition-[translate,width] duration-(--duration-calm)" />
      </Part.List>
      {tabs.map((tab) => (
        <Part.Panel key={tab.value} value={tab.value} className="min-h-0 flex-1 pt-4">
          {tab.content}
        </Part.Panel>
      ))}
    </Part.Root>
  );
}
