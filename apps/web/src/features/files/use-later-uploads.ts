import { useCallback } from "react";
import { useConnection, useWorkspace } from "../../connection/index.ts";
import { fetchPart } from "../../parts/index.ts";

/** The uploads of the workspace, fetched when they are first wanted. */
export function useLaterUploads() {
  const workspace = useWorkspace();
  const connection = useConnection();
  return useCallback(
    async () => (await fetchPart(() => import("./uploads/use-uploads.ts"))).uploadsOf(workspace, connection),
    [workspace, connection],
  );
}
