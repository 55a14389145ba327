import { useLayoutEffect, useRef } from "react";

/** A formula as it was sanitized: its nodes are put into the page, and never written out to be parsed again. */
export function Maths({ formula }: { formula: Element }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(formula.cloneNode(true)), [formula]);
  return <span ref={place} className="katex" />;
}
