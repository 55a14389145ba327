// The words of a page, as a reader sees them in order. What is drawn, run or hidden is left out.

const leftOut = "script,style,noscript,template,svg,iframe,object,canvas";
const blocks = "p,div,section,article,header,footer,li,tr,br,h1,h2,h3,h4,h5,h6,pre,blockquote,table,ul,ol,dt,dd";

export type PageText = { readonly title: string; readonly text: string };

export async function textOfPage(html: string): Promise<PageText> {
  let [title, text] = ["", ""];
  let [titleDepth, hiddenDepth] = [0, 0];
  const page = new HTMLRewriter()
    .on(leftOut, {
      element(element) {
        hiddenDepth++;
        element.onEndTag(() => void hiddenDepth--);
      },
    })
    .on("title", {
      element(element) {
        titleDepth++;
        element.onEndTag(() => void titleDepth--);
      },
    })
    .on(blocks, {
      element() {
        text += "\n";
      },
    })
    .onDocument({
      text(chunk) {
        if (hiddenDepth > 0) return;
        if (titleDepth > 0) title += chunk.text;
        else text += chunk.text;
      },
    })
    .transform(new Response(html));
  await page.text();
  return { title: tidy(decode(title)), text: tidy(decode(text)) };
}

const tidy = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

const decode = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{1,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
