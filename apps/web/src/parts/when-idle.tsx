import { type ReactNode, Suspense, useEffect, useState } from "react";

let hasBeenIdle = false;

/** Around what comes once the first page stands and the browser has nothing more urgent to do. */
export function WhenIdle({ children }: { children: ReactNode }) {
  const [isIdle, setIdle] = useState(hasBeenIdle);
  useEffect(() => {
    if (!isIdle) void idleness().then(() => setIdle(true));
  }, [isIdle]);
  return isIdle && <Suspense>{children}</Suspense>;
}

/** Resolves when the browser has nothing more urgent to do; in one that cannot tell, a moment later. */
export async function idleness(): Promise<void> {
  await new Promise<void>((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 5_000 });
    else setTimeout(resolve, 1_000);
  });
  hasBeenIdle = true;
}
