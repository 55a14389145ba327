/**
 * The second wall against script in messages: whatever the server sent, only what it makes itself gets through, as a tree
 * of nodes that no one parses again.
 */
import createPurify from "dompurify";

const tags =
  "p br hr h1 h2 h3 h4 h5 h6 em strong s ul ol li pre code blockquote table thead tbody tr th td a span input img".split(
    " ",
  );
const mathTags =
  "math semantics annotation menclose mfrac mi mlabeledtr mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover".split(
    " ",
  );
const attributes =
  "class href title start type checked disabled alt src data-address data-mention-kind data-mention-id".split(" ");
const mathAttributes =
  "xmlns encoding display mathcolor mathbackground accent accentunder displaystyle fence largeop movablelimits separator stretchy symmetric depth height lspace mathsize maxsize minsize rspace voffset width columnalign columnlines columnspacing linebreak linethickness mathvariant notation rowlines rowspacing scriptlevel".split(
    " ",
  );

const purify = createPurify(window);

const addresses: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:\/\/|mailto:)/i,
  "data-address": /^(?:https?:\/\/|mailto:)/i,
  src: /^\/media\/pictures\/[0-9a-f]{64}\.webp$/,
};

purify.addHook("uponSanitizeAttribute", (_element, attribute) => {
  if (addresses[attribute.attrName]?.test(attribute.attrValue) === false) attribute.keepAttr = false;
});

export const sanitize = (html: string): DocumentFragment =>
  purify.sanitize(html, {
    ALLOWED_TAGS: [...tags, ...mathTags],
    ALLOWED_ATTR: [...attributes, ...mathAttributes],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
