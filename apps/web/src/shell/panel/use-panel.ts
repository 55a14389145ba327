import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";

export type Panel = {
  /** What is open beside the page, as the address says it. */
  open: { kind: string; subject: string } | undefined;
  show(kind: string, subject?: string): void;
  /** Shows it, or closes it if just that is open. */
  toggle(kind: string, subject?: string): void;
  close(): void;
};

/** The side panel is part of the address (`?panel=thread:<id>`), so that back, forward and links work. */
export function usePanel(): Panel {
  const { panel } = useSearch({ from: "/w/$slug" });
  const navigate = useNavigate();
  return useMemo(() => {
    const set = (next: string | undefined) =>
      void navigate({ to: ".", search: (search) => ({ ...search, panel: next }) });
    const name = (kind: string, subject = "") => (subject ? `${kind}:${subject}` : kind);
    const [kind = "", subject = ""] = panel?.split(":") ?? [];
    return {
      open: kind ? { kind, subject } : undefined,
      show: (kind, subject) => set(name(kind, subject)),
      toggle: (kind, subject) => set(panel === name(kind, subject) ? undefined : name(kind, subject)),
      close: () => set(undefined),
    };
  }, [panel, navigate]);
}
