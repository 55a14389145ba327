import type { MarkdownIt, StateCore } from "markdown-it";

/** `- [ ] do` and `- [x] done` become list items with a checkbox nobody can press. */
export function tasks(md: MarkdownIt): void {
  md.core.ruler.after("inline", "tasks", markTasks);
}

const box = /^\[([ xX])\](?=\s)/;

function markTasks(state: StateCore): void {
  state.tokens.forEach((block, index) => {
    const item = state.tokens[index - 2];
    const first = block.children?.[0];
    if (item?.type !== "list_item_open" || first?.type !== "text") return;
    const [written, mark] = box.exec(first.content) ?? [];
    if (!written) return;
    const checkbox = new state.Token("task_checkbox", "input", 0);
    checkbox.attrs = [
      ["type", "checkbox"],
      ["disabled", ""],
    ];
    if (mark !== " ") checkbox.attrPush(["checked", ""]);
    first.content = first.content.slice(written.length);
    block.children?.unshift(checkbox);
    item.attrJoin("class", "task");
  });
}
