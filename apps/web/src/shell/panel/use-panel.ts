import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";

/** Where one was when the panel was opened: the message that it is about, rather than a button of it that comes and goes. */
let origin: HTMLElement | null = null;
/** Whether someone has just opened a panel and waits to be in it. */
let isEntering = false;

function setOut(): void {
  const { activeElement } = document;
  origin =
    activeElement?.closest<HTMLElement>("article[tabindex]") ??
    (activeElement instanceof HTMLElement ? activeElement : null);
  isEntering = true;
}

/** Takes the focus along into a panel that was opened, unless something in it asked for the focus itself. */
export function enterPanel(panel: HTMLElement): void {
  if (isEntering && !panel.contains(document.activeElement)) panel.focus({ preventScroll: true });
  isEntering = false;
}

/** Leads a focus that went with the panel back to where one came from, else to the message that the panel was about. */
function returnToOrigin(subject: string): void {
  if (document.activeElement !== document.body) return;
  const message = document.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(subject)}"]`);
  (origin?.isConnected ? origin : message)?.focus({ preventScroll: true });
}

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
    const set = (next: string | undefined) => navigate({ to: ".", search: (search) => ({ ...search, panel: next }) });
    const name = (kind: string, subject = "") => (subject ? `${kind}:${subject}` : kind);
    const [kind = "", subject = ""] = panel?.split(":") ?? [];
    const open = (next: string) => {
      setOut();
      void set(next);
    };
    // After the panel is gone, and the focus that was in it with it.
    const close = () => void set(undefined).then(() => requestAnimationFrame(() => returnToOrigin(subject)));
    return {
      open: kind ? { kind, subject } : undefined,
      show: (kind, subject) => open(name(kind, subject)),
      toggle: (kind, subject) => (panel === name(kind, subject) ? close() : open(name(kind, subject))),
      close,
    };
  }, [panel, navigate]);
}
