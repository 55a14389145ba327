const named = "aria-activedescendant";

/**
 * A ref around cmdk: names the selected option at its field and list. cmdk (1.1) asks for it before React has drawn a
 * selection, and so names the option that was selected before, which may be gone by then.
 */
export function nameSelected(root: HTMLElement | null): (() => void) | undefined {
  if (!root) return undefined;
  const name = () => {
    const id = root.querySelector("[role=option][aria-selected=true]")?.id;
    for (const one of root.querySelectorAll("[role=combobox], [role=listbox]")) {
      if (id === undefined) one.removeAttribute(named);
      else if (one.getAttribute(named) !== id) one.setAttribute(named, id);
    }
  };
  const observer = new MutationObserver(name);
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ["aria-selected", named] });
  name();
  return () => observer.disconnect();
}
