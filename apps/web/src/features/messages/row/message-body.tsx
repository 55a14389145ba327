import { createElement, memo, type ReactNode } from "react";
import { classes } from "../../../ui/classes.ts";
import { CodeBlock } from "./code-block.tsx";
import { MentionLink } from "./mention-link.tsx";
import { MessageLink } from "./message-link.tsx";
import { sanitize } from "./sanitize.ts";
import { Spoiler } from "./spoiler.tsx";

/** What the server made of a message's Markdown. */
export const MessageBody = memo(function MessageBody({ html, className }: { html: string; className?: string }) {
  const { content, isOnlyEmoji } = readBody(html);
  return (
    <div dir="auto" className={classes("prose-message", isOnlyEmoji && "only-emoji", className)}>
      {content}
    </div>
  );
});

type Body = { content: ReactNode; text: string; isOnlyEmoji: boolean };

const keptCount = 500;
const bodies = new Map<string, Body>();

/** The words of a message without their form. */
export const textOf = (html: string): string => readBody(html).text;

/** Lines come and go while one scrolls: the last few hundred bodies are read once. */
function readBody(html: string): Body {
  const known = bodies.get(html);
  if (known) return known;
  const fragment = sanitize(html);
  const text = (fragment.textContent ?? "").trim();
  const body = { content: toNodes(fragment), text, isOnlyEmoji: isOnlyEmoji(fragment, text) };
  if (bodies.size >= keptCount) bodies.delete(bodies.keys().next().value ?? "");
  bodies.set(html, body);
  return body;
}

const fewEmoji = /^(?:\p{RGI_Emoji}\s*){1,3}$/v;
const isOnlyEmoji = (fragment: DocumentFragment, text: string): boolean =>
  text === ""
    ? fragment.querySelectorAll("img.emoji").length > 0 && fragment.querySelectorAll("img.emoji").length <= 3
    : text.length < 40 && fewEmoji.test(text) && fragment.querySelector("code, img") === null;

const toNodes = (parent: Node): ReactNode[] => [...parent.childNodes].map(toNode);

function toNode(node: Node, key: number): ReactNode {
  if (!(node instanceof Element)) return node.textContent;
  const name = node.localName;
  // MathML has rules of its own; it has been sanitized like the rest.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized
  if (name === "math") return <span key={key} className="katex" dangerouslySetInnerHTML={{ __html: node.outerHTML }} />;
  if (name === "pre")
    return (
      <CodeBlock key={key} text={node.textContent ?? ""}>
        {toNodes(node)}
      </CodeBlock>
    );
  if (name === "a") {
    return (
      <MessageLink key={key} href={node.getAttribute("href") ?? ""}>
        {toNodes(node)}
      </MessageLink>
    );
  }
  if (node.classList.contains("spoiler")) return <Spoiler key={key}>{toNodes(node)}</Spoiler>;
  if (node.hasAttribute("data-mention-kind")) {
    const { mentionKind = "", mentionId } = (node as HTMLElement).dataset;
    return (
      <MentionLink key={key} kind={mentionKind} accountId={mentionId}>
        {node.textContent}
      </MentionLink>
    );
  }
  const content = node.hasChildNodes() ? toNodes(node) : undefined;
  return createElement(name, { key, ...propsOf(node) }, content);
}

function propsOf(element: Element): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const { name, value } of element.attributes) {
    if (name === "class") props.className = value;
    else if (name === "checked") props.defaultChecked = true;
    else if (name === "disabled") props.disabled = true;
    else props[name] = value;
  }
  if (element.localName === "img") Object.assign(props, { loading: "lazy", decoding: "async", draggable: false });
  return props;
}
