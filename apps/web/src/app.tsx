import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Suspense, useEffect, useState } from "react";
import { type Connection, ConnectionContext } from "./connection/index.ts";
import { features } from "./features.ts";
import { languages, Spoken } from "./i18n/index.ts";
import { createAppRouter } from "./router.ts";
import { useAppearance } from "./shell/appearance.ts";
import { FeaturesContext } from "./shell/feature.ts";
import { UiProvider } from "./ui/ui-provider.tsx";

/** Everything that stands above the pages. */
export function App({ connection }: { connection: Connection }) {
  const { language } = useAppearance();
  const [router] = useState(() => createAppRouter(connection));
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } }),
  );
  useEffect(
    () =>
      connection.onEnded(() => {
        queries.clear();
        void router.navigate({ to: "/sign-in" }).then(() => router.invalidate());
      }),
    [connection, queries, router],
  );
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={queries}>
        <FeaturesContext value={features}>
          <Suspense>
            <Spoken language={language}>
              <UiProvider direction={languages[language].direction}>
                <RouterProvider router={router} />
              </UiProvider>
            </Spoken>
          </Suspense>
        </FeaturesContext>
      </QueryClientProvider>
    </ConnectionContext>
  );
}
