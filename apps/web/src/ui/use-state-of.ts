import { useCallback, useState } from "react";

/** State of one of several things that a component shows in turn: it begins anew with each. */
export function useStateOf<Value>(key: string, initial: Value): [Value, (value: Value) => void] {
  const [held, setHeld] = useState({ key, value: initial });
  // While rendering, so that what was is never shown with what is.
  if (held.key !== key) setHeld({ key, value: initial });
  const set = useCallback((value: Value) => setHeld((now) => (now.key === key ? { key, value } : now)), [key]);
  return [held.key === key ? held.value : initial, set];
}
