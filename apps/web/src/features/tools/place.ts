import { useNavigate, useParams } from "@tanstack/react-router";
import { useCallback } from "react";

/** The parts of the page of tools; a source's own part is named by its id. */
export const toolParts = ["sources", "policies", "alike", "figures"] as const;
export type ToolPart = (typeof toolParts)[number];

/** Goes to a part of the page of tools, or to a source. */
export function useGoToTools(): (at?: string) => void {
  const navigate = useNavigate();
  const { slug } = useParams({ from: "/w/$slug" });
  return useCallback(
    (at) =>
      void navigate({
        to: "/w/$slug/settings/$page",
        params: { slug, page: "tools" },
        search: at && at !== "sources" ? { at } : {},
      }),
    [navigate, slug],
  );
}
