// What a page must never do, whatever a journey looks at: break, complain, or run into its own policy.
import type { BrowserContext, ConsoleMessage } from "@playwright/test";

export type Faults = {
  /** Those of this kind are meant to happen in this journey. */
  expect(kind: RegExp): void;
  /** Listens to all pages of a browser. */
  watch(context: BrowserContext): Promise<void>;
  found(): readonly string[];
};

/** Answers of the API, and their absence, are the app's daily life, which it tells people itself. */
const isOfTheApi = (message: ConsoleMessage): boolean =>
  message.text().startsWith("Failed to load resource") && /\/(api|media)\//.test(message.location().url);

export function createFaults(): Faults {
  const all: string[] = [];
  const expected: RegExp[] = [];
  return {
    expect: (kind) => expected.push(kind),
    async watch(context) {
      context.on("weberror", (fault) => all.push(`an error nobody caught: ${fault.error().stack}`));
      context.on("console", (message) => {
        if (message.type() === "error" && !isOfTheApi(message))
          all.push(`an error in the console: ${message.text()} ${message.location().url}`);
      });
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
          // biome-ignore lint/suspicious/noConsole: it runs in the page, and is heard above.
          console.error(`Content-Security-Policy: ${violatedDirective} blocked ${blockedURI} ${sample}`);
        });
      });
    },
    found: () => all.filter((text) => !expected.some((kind) => kind.test(text))),
  };
}
