import type { Page } from "@playwright/test";

/** What is cut off or hangs over an edge of the page. The frame hides it, so that the page itself cannot be scrolled to it. */
export const findBeyondEdges = (page: Page): Promise<string[]> =>
  page.locator("a, button, input, textarea, h1, h2, h3, p, article, img, pre").evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const isShown = width > 1 && element.checkVisibility({ visibilityProperty: true });
      const isScrolledTo = element.parentElement?.closest("pre, table, [class*=overflow-x-auto]");
      if (!isShown || isScrolledTo || (left > -1 && right < innerWidth + 1)) return [];
      return [`from ${Math.round(left)} to ${Math.round(right)}: ${element.outerHTML.slice(0, 160)}`];
    }),
  );
