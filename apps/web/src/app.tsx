import { CSPProvider } from "@base-ui/react/csp-provider";
import { DirectionProvider } from "@base-ui/react/direction-provider";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Suspense, useEffect, useState } from "react";
import { type Connection, ConnectionContext } from "./connection/index.ts";
import { languages, Spoken } from "./i18n/index.ts";
import type { AppRouter } from "./router.ts";
import { useAppearance } from "./shell/appearance.ts";
import { UiProviders } from "./ui/ui-providers.tsx";

/** Everything that stands above the pages. */
export function App({ connection, router }: { connection: Connection; router: AppRouter }) {
  const { language } = useAppearance();
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } }),
  );
  useEffect(
    () =>
      connection.onEnded(({ isWanted }) => {
        queries.clear();
        const search = isWanted ? {} : { next: router.latestLocation.href };
        void router.navigate({ to: "/sign-in", search }).then(() => router.invalidate());
      }),
    [connection, queries, router],
  );
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={queries}>
        <Suspense>
          <Spoken language={language}>
            <CSPProvider disableStyleElements>
              <DirectionProvider direction={languages[language].direction}>
                <UiProviders>
                  <RouterProvider router={router} />
                </UiProviders>
              </DirectionProvider>
            </CSPProvider>
          </Spoken>
        </Suspense>
      </QueryClientProvider>
    </ConnectionContext>
  );
}
