import { Suspense } from "react";
import { SpokenLater } from "../../i18n/index.ts";
import { later } from "../../parts/index.ts";
import { running } from "./run/running.ts";
import { useRunCommands } from "./run/use-run-commands.ts";
import { usePageCommands } from "./use-page-commands.ts";

const RunDialog = later(() => import("./run/run-dialog.tsx"), "RunDialog");

/** What can be done with tools from anywhere in a workspace. */
export function ToolsResident() {
  usePageCommands();
  useRunCommands();
  const opened = running.useOpened();
  return (
    <Suspense>
      {opened && (
        <SpokenLater namespace="tools">
          <RunDialog {...opened} onClose={running.close} />
        </SpokenLater>
      )}
    </Suspense>
  );
}
