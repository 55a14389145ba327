import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Logo } from "../../ui/logo.tsx";
import { useTitle } from "../../ui/use-title.ts";
import { LanguageMenu } from "./language-menu.tsx";

type OutsidePageProps = {
  title: string;
  description?: ReactNode;
  /** Ways elsewhere, below what the page is about. */
  links?: ReactNode;
  children?: ReactNode;
};

/** A page outside of any workspace: one thing to do, and beside it, where there is room, a quiet picture. */
export function OutsidePage({ title, description, links, children }: OutsidePageProps) {
  useTitle(title);
  return (
    <div className="grid min-h-dvh bg-canvas text-ink lg:grid-cols-[minmax(30rem,5fr)_6fr]">
      <div className="flex min-w-0 flex-col px-6 py-6 sm:px-10">
        <header>
          <Logo />
        </header>
        <main className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center gap-6 py-10">
          <header>
            <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
            {description && <p className="mt-2 text-pretty text-ink-muted">{description}</p>}
          </header>
          {children}
          {links && <p className="flex flex-wrap gap-x-4 gap-y-1 text-ink-muted text-sm">{links}</p>}
        </main>
        <footer className="-ms-2.5">
          <LanguageMenu />
        </footer>
      </div>
      <Assembly />
    </div>
  );
}

/** Everyone's seat, in rings around the one who speaks; the way in is open. */
const rings = [
  { radius: 56, seats: 12 },
  { radius: 92, seats: 20 },
  { radius: 128, seats: 28 },
  { radius: 164, seats: 36 },
];
const openAngle = 36;

function Assembly() {
  const t = useTranslations("shell.outside");
  return (
    <aside className="relative hidden overflow-hidden border-line border-s bg-sunken lg:block">
      <svg viewBox="-200 -200 400 400" aria-hidden="true" className="absolute inset-0 m-auto size-[min(88%,44rem)]">
        {rings.flatMap(({ radius, seats }) =>
          Array.from({ length: seats }, (_, seat) => {
            const angle = openAngle / 2 + (seat * (360 - openAngle)) / (seats - 1);
            return (
              <rect
                key={`${radius}-${angle}`}
                x={-8}
                y={radius - 6}
                width={16}
                height={12}
                rx={5}
                transform={`rotate(${angle})`}
                className="fill-accent"
                opacity={0.34 - radius / 700}
              />
            );
          }),
        )}
        <circle r={12} fill="#ffd166" />
      </svg>
      <p className="absolute inset-x-10 bottom-8 text-end text-ink-faint text-sm">{t("meaning")}</p>
    </aside>
  );
}
