/**
 * Tells index.html what is needed soon and is named nowhere before the app's script was read: its letters, its first screen,
 * and what the SDK reads of a workspace, with `{workspaceId}` where its id belongs.
 */
import { join } from "node:path";
import { type Plugin, runnerImport } from "vite";

const sdk = join(import.meta.dirname, "../../../packages/sdk/src/index.ts");

export function askAhead(): Plugin {
  return {
    name: "ask-ahead",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      async handler(html, { bundle = {} }) {
        const find = (pattern: RegExp) => {
          const name = Object.keys(bundle).find((one) => pattern.test(one));
          if (!name) throw new Error(`Nothing that was built is called like ${pattern}`);
          return `/${name}`;
        };
        const letters = {
          rel: "preload",
          as: "font",
          type: "font/woff2",
          crossorigin: "",
          href: find(/inter-latin-wght/),
        };
        const firstScreen = find(/first-screen-.*\.js$/);
        const reads = (await readsOfWorkspace()).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
        return {
          html: html.replace('src="/begin.js"', `$& data-first-screen="${firstScreen}" data-reads="${reads}"`),
          tags: [{ tag: "link", attrs: letters, injectTo: "head" }],
        };
      },
    },
  };
}

async function readsOfWorkspace(): Promise<string> {
  const { module } = await runnerImport<typeof import("@althing/sdk")>(sdk);
  return module.bodyOfReads("{workspaceId}").replaceAll(encodeURIComponent("{workspaceId}"), "{workspaceId}");
}
