import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Suspense, useEffect, useState } from "react";
import { type Connection, ConnectionContext } from "./connection/index.ts";
import { features } from "./features.ts";
import { Intl } from "./i18n/index.ts";
import { createAppRouter } from "./router.ts";
import { useAppearance } from "./shell/appearance.ts";
import { FeaturesContext } from "./shell/feature.ts";
import { UiProviders } from "./ui/ui-providers.tsx";

/** Everything that stands above the pages. */
export function App({ connection }: { connection: Connection }) {
  const { language } = useAppearance();
  const [router] = useState(() => createAppRouter(connection));
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } }));
  useEffect(
    () =>
      connection.onEnded(() => {
        queries.clear();
        void router.navigate({ to: "/sign-in" }).then(() => router.invalidate());
      }),
    [connection, queries, router],
  );
  return (
    <CSPProvider disableStyleElements>
      <ConnectionContext value={connection}>
        <QueryClientProvider client={queries}>
          <FeaturesContext value={features}>
            <Suspense>
              <Intl language={language} timeZone={undefined}>
                <UiProviders>
                  <RouterProvider router={router} />
                </UiProviders>
              </Intl>
            </Suspense>
          </FeaturesContext>
        </QueryClientProvider>
      </ConnectionContext>
    </CSPProvider>
  );
}
