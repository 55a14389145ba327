const copied = [
  "borderTopWidth",
  "borderInlineStartWidth",
  "direction",
  "fontFamily",
  "fontSize",
  "fontStyle",
  "fontWeight",
  "letterSpacing",
  "lineHeight",
  "paddingBlockStart",
  "paddingInlineEnd",
  "paddingInlineStart",
  "tabSize",
  "textAlign",
  "wordSpacing",
] as const;

/** Where a character of a text area stands in the window. A text area does not tell, so its text is set once more, unseen. */
export function caretBox(field: HTMLTextAreaElement, index: number): DOMRect {
  const style = getComputedStyle(field);
  const copy = document.createElement("div");
  for (const name of copied) copy.style[name] = style[name];
  Object.assign(copy.style, {
    position: "fixed",
    visibility: "hidden",
    whiteSpace: "pre-wrap",
    overflowWrap: "break-word",
    boxSizing: "border-box",
    width: `${field.clientWidth}px`,
    insetBlockStart: "0",
    left: "0",
  });
  const mark = document.createElement("span");
  mark.textContent = field.value[index] ?? "\u200b";
  copy.append(field.value.slice(0, index), mark);
  document.body.append(copy);
  const [inCopy, outside] = [mark.getBoundingClientRect(), field.getBoundingClientRect()];
  copy.remove();
  return new DOMRect(outside.x + inCopy.x, outside.y + inCopy.y - field.scrollTop, inCopy.width, inCopy.height);
}
