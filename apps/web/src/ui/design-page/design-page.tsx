/** Every brick in every state, for those who build with them; it speaks English only. */
import { Logo } from "../logo.tsx";
import { useTitle } from "../use-title.ts";
import { Actions } from "./actions.tsx";
import { Charts } from "./charts.tsx";
import { Files } from "./files.tsx";
import { Forms } from "./forms.tsx";
import { Foundations } from "./foundations.tsx";
import { LookSwitches } from "./look-switches.tsx";
import { Overlays } from "./overlays.tsx";
import { People } from "./people.tsx";
import { States } from "./states.tsx";
import { Talk } from "./talk.tsx";

const chapters = [
  { id: "foundations", title: "Foundations" },
  { id: "actions", title: "Actions" },
  { id: "forms", title: "Forms" },
  { id: "overlays", title: "Above the page" },
  { id: "people", title: "People" },
  { id: "talk", title: "Talk" },
  { id: "files", title: "Files" },
  { id: "states", title: "Lists and states" },
  { id: "charts", title: "Charts" },
];

export function DesignPage() {
  useTitle("Design");
  return (
    <div className="min-h-dvh bg-canvas">
      <header className="top-0 z-30 sm:sticky border-line border-b bg-canvas/92 backdrop-blur-md">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-6 py-2.5">
          <Logo size={26} />
          <LookSwitches />
        </div>
      </header>
      <div className="mx-auto flex max-w-6xl gap-12 px-6">
        <nav aria-label="Chapters" className="sticky top-14 hidden h-fit w-40 shrink-0 pt-24 md:block">
          {chapters.map(({ id, title }) => (
            <a
              key={id}
              href={`#${id}`}
              className="block rounded-md px-2 py-1.5 text-ink-muted text-sm hover:bg-hover hover:text-ink"
            >
              {title}
            </a>
          ))}
        </nav>
        <main className="min-w-0 flex-1 pb-24">
          <div className="pt-16 pb-10">
            <h1 className="text-balance font-semibold text-3xl tracking-tight">Every stone of the ring</h1>
            <p className="mt-3 max-w-prose text-pretty text-lg text-ink-muted">
              The bricks that Althing is built of, each in every state: light, dark and in high contrast, wide and
              narrow, from the left and from the right.
            </p>
          </div>
          <Foundations />
          <Actions />
          <Forms />
          <Overlays />
          <People />
          <Talk />
          <Files />
          <States />
          <Charts />
        </main>
      </div>
    </div>
  );
}
