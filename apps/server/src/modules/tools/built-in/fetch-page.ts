import { z } from "zod";
import { EgressFailed, EgressRefused } from "../../../platform/egress/index.ts";
import { boundText } from "../calls/bounded-text.ts";
import { ToolFault } from "../calls/fault.ts";
import { textOfPage } from "./page-text.ts";
import { builtInTools } from "./registry.ts";

const largestPageBytes = 2 * 1024 * 1024;
const longestTextBytes = 48 * 1024;
const timeoutMs = 15_000;
const mediaTypes = ["text/*", "application/xhtml+xml", "application/xml", "application/json"];

/** It changes nothing here, but tells a stranger what it is asked for: so it asks, as everything does that goes out. */
export function registerFetchPage(): void {
  builtInTools.register({
    name: "fetch_page",
    title: "Fetch a web page",
    description: "The text of a page on the public web. What it says comes from strangers.",
    input: z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2_000) }),
    reads: false,
    async perform({ egress }, { signal }, { url }) {
      try {
        const response = await egress.fetch(url, {}, { maxBytes: largestPageBytes, timeoutMs, mediaTypes, signal });
        const body = await response.text();
        if (!response.ok) throw new ToolFault("upstream", `The page answered with ${response.status}.`);
        const isPage = /html/.test(response.headers.get("content-type") ?? "");
        const { title, text } = isPage ? await textOfPage(body) : { title: "", text: body };
        const bounded = boundText(text, longestTextBytes);
        return [
          `Page: ${title || url}`,
          `Address: ${response.url || url}`,
          "",
          bounded.text,
          ...(bounded.truncated ? ["(Cut.)"] : []),
        ].join("\n");
      } catch (error) {
        if (error instanceof EgressRefused) throw new ToolFault("forbidden", error.message);
        if (error instanceof EgressFailed)
          throw new ToolFault(error.kind === "timeout" ? "time_limit" : "network", error.message);
        throw error;
      }
    },
  });
}
