import { useQuery } from "@tanstack/react-query";
import { useClient } from "../../../connection/index.ts";

/** What the server is and allows; undefined until it has answered. */
export function useMeta() {
  const { platform } = useClient();
  return useQuery({ queryKey: ["platform.get_meta"], queryFn: () => platform.getMeta() }).data;
}
