import type { ReactNode } from "react";
import { Logo } from "../../ui/logo.tsx";

/** A page on the way to a service or back from it. */
export function PassPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas p-6">
      <div className="flex w-full max-w-sm flex-col items-start gap-4">
        <Logo />
        <h1 className="text-balance font-semibold text-xl">{title}</h1>
        {children}
      </div>
    </main>
  );
}
