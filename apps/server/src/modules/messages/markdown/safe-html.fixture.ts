/** A strict reader of rendered messages for the tests: it knows less of HTML than a browser, and refuses the rest. */

type Values = Record<string, RegExp>;

const names = (list: string) => list.trim().split(/\s+/);
const each = <Value>(list: string, value: Value): Record<string, Value> =>
  Object.fromEntries(names(list).map((name) => [name, value]));

const anything = /^[^<>"]*$/;
const ownClass = /^(?:spoiler|mention|task|formula|katex|align-(?:left|center|right))$/;
const codeClass = /^(?:(?:hljs )?language-[\w+#.-]+|hljs-[\w-]+(?: [\w-]+_)*)$/;
const classes = { class: new RegExp(`${ownClass.source}|${codeClass.source}`) };

const html: Record<string, Values> = {
  ...each("p br hr h1 h2 h3 h4 h5 h6 em strong s ul pre blockquote table thead tbody tr", {}),
  ...each("li code th td", classes),
  ol: { start: /^\d{1,9}$/ },
  input: { type: /^checkbox$/, disabled: /^$/, checked: /^$/ },
  a: {
    href: /^(?:https?:\/\/|mailto:)[^\s<>"]*$/i,
    title: anything,
    rel: /^noopener noreferrer nofollow ugc$/,
    target: /^_blank$/,
    class: /^inert$/,
    "data-address": /^(?:https?:\/\/|mailto:)[^\s<>"]*$/i,
  },
  span: {
    ...classes,
    "data-mention-kind": /^(?:account|assistant|group|room|here)$/,
    "data-mention-id": anything,
  },
  img: {
    class: /^emoji$/,
    ...each("alt title", /^:[a-z0-9_+-]{2,32}:$/),
    src: /^\/media\/pictures\/[0-9a-f]{64}\.webp$/,
  },
};

const mathAttributes: Values = {
  xmlns: /^http:\/\/www\.w3\.org\/1998\/Math\/MathML$/,
  encoding: /^application\/x-tex$/,
  display: /^block$/,
  ...each("mathcolor mathbackground", /^(?:[a-z]+|#[0-9a-f]{3,8})$/i),
  ...each(
    "accent accentunder displaystyle fence largeop movablelimits separator stretchy symmetric",
    /^(?:true|false)$/,
  ),
  ...each(
    "depth height lspace mathsize maxsize minsize rspace voffset width",
    /^[+-]?\d*\.?\d+(?:em|ex|px|pt|mu|%|width)$/,
  ),
  ...each(
    `class columnalign columnlines columnspacing linebreak linethickness mathvariant notation rowlines rowspacing
     scriptlevel side`,
    /^[\w .%-]*$/,
  ),
};
const math: Record<string, Values> = each(
  `math semantics annotation menclose mfrac mi mlabeledtr mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle
   msub msubsup msup mtable mtd mtext mtr munder munderover`,
  mathAttributes,
);

const voidElement = /^(?:br|hr|img|input)$/;
const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)(\/?)>/y;

/** What must not be there; a page without it is safe and well-formed. */
export function unsafeParts(page: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (let at = page.search(/[<>]/); at !== -1; ) {
    tag.lastIndex = at;
    const [written, slash, name = "", attributes = "", selfClosing] = tag.exec(page) ?? [];
    if (!written) return [...found, `not a tag: ${page.slice(at, at + 40)}`];
    if (slash) {
      if (open.pop() !== name || attributes) found.push(`closes nothing: ${written}`);
    } else {
      if (selfClosing && !math[name]) found.push(`closes itself: ${written}`);
      if (!selfClosing && !voidElement.test(name)) open.push(name);
      found.push(...unsafeAttributes(name, attributes));
    }
    const next = page.slice(tag.lastIndex).search(/[<>]/);
    at = next === -1 ? -1 : tag.lastIndex + next;
  }
  return [...found, ...open.map((name) => `left open: ${name}`)];
}

function unsafeAttributes(name: string, attributes: string): string[] {
  const allowed = math[name] ?? html[name];
  if (!allowed) return [`element: ${name}`];
  return [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)]
    .filter(([, attribute = "", value = ""]) => !allowed[attribute]?.test(value))
    .map(([written]) => `${name}:${written}`);
}
