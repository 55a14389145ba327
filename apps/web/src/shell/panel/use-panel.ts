import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";

/** Where one was when the panel was opened: the message that it is about, rather than a button of it that comes and goes. */
let origin: HTMLElement | null = null;

/** Leads back there, unless it is gone. */
export function returnToOrigin(): void {
  if (origin?.isConnected) origin.focus({ preventScroll: true });
}

export type Panel = {
  /** What is open beside the page, as the address says it. */
  open: { kind: string; subject: string } | undefined;
  show(kind: string, subject?: string): void;
  /** Shows it, or closes it if just that is open. */
  toggle(kind: string, subject?: string): void;
  close(): Promise<void>;
};

/** The side panel is part of the address (`?panel=thread:<id>`), so that back, forward and links work. */
export function usePanel(): Panel {
  const { panel } = useSearch({ from: "/w/$slug" });
  const navigate = useNavigate();
  return useMemo(() => {
    const set = (next: string | undefined) => navigate({ to: ".", search: (search) => ({ ...search, panel: next }) });
    const name = (kind: string, subject = "") => (subject ? `${kind}:${subject}` : kind);
    const [kind = "", subject = ""] = panel?.split(":") ?? [];
    const open = (next: string) => {
      const { activeElement } = document;
      origin = activeElement?.closest("article") ?? (activeElement instanceof HTMLElement ? activeElement : null);
      void set(next);
    };
    return {
      open: kind ? { kind, subject } : undefined,
      show: (kind, subject) => open(name(kind, subject)),
      toggle: (kind, subject) => (panel === name(kind, subject) ? void set(undefined) : open(name(kind, subject))),
      close: () => set(undefined),
    };
  }, [panel, navigate]);
}
