/** Tells index.html what is needed soon and is named nowhere before the app's script was read: its letters, its first screen. */
import type { Plugin } from "vite";

export function askAhead(): Plugin {
  return {
    name: "ask-ahead",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const find = (pattern: RegExp) => `/${Object.keys(bundle).find((name) => pattern.test(name))}`;
        const letters = {
          rel: "preload",
          as: "font",
          type: "font/woff2",
          crossorigin: "",
          href: find(/inter-latin-wght/),
        };
        return {
          html: html.replace('src="/begin.js"', `$& data-first-screen="${find(/first-screen-.*\.js$/)}"`),
          tags: [{ tag: "link", attrs: letters, injectTo: "head" }],
        };
      },
    },
  };
}
