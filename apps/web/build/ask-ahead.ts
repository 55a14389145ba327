/** Tells index.html what is needed soon and is named nowhere before the app's script was read: its letters, its first screen. */
import type { Plugin } from "vite";

export function askAhead(): Plugin {
  return {
    name: "ask-ahead",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
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
        return {
          html: html.replace('src="/begin.js"', `$& data-first-screen="${find(/first-screen-.*\.js$/)}"`),
          tags: [{ tag: "link", attrs: letters, injectTo: "head" }],
        };
      },
    },
  };
}
