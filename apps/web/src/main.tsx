import "./styles.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { Connection } from "./connection/index.ts";
import { catalogueOf } from "./i18n/index.ts";
import { type AppRouter, createAppRouter } from "./router.ts";
import { readAppearance } from "./shell/appearance.ts";
import { followNotices } from "./worker/follow-notices.ts";
import { keepShell } from "./worker/keep-shell.ts";

// Until all of the first page is there, index.html shows the mark: a page that comes in parts comes later, since React
// shows each part at most every 300 ms.
const root = document.getElementById("app");
const connection = new Connection();
const router = createAppRouter(connection);
const { language } = readAppearance();
const texts = catalogueOf(language);
// The pages' own scripts come while the session is asked for, not after.
for (const { routeId } of router.matchRoutes(router.latestLocation) as { routeId: keyof AppRouter["routesById"] }[]) {
  void router.loadRouteChunk(router.routesById[routeId]);
}
globalThis.requestIdleCallback?.(readTables);
void Promise.all([texts, router.load()]).finally(() => {
  if (root) createRoot(root).render(<App connection={connection} router={router} />);
  void keepShell();
});

followNotices((path) => void router.navigate({ href: path }));

/** What languages sort and write numbers by takes a browser 40 ms to read: best while it waits for the network. */
function readTables() {
  new Intl.Collator(language).compare("a", "b");
  new Intl.NumberFormat(language).format(0);
}
