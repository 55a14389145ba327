import type { messages } from "@althing/contract";
import { createElement, memo, type ReactNode } from "react";
import { classes } from "../../../ui/classes.ts";
import { ChannelName } from "./channel-name.tsx";
import { CodeBlock } from "./code-block.tsx";
import { InertLink } from "./inert-link.tsx";
import { Maths } from "./maths.tsx";
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

/** The same, and what its files are called. */
export const wordsOf = ({ html, attachments }: Pick<messages.Message, "html" | "attachments">): string =>
  [html && textOf(html), ...attachments.map(({ name }) => name)].filter(Boolean).join(", ");

/** Lines come and go while one scrolls: the last few hundred bodies are read once. */
function readBody(html: string): Body {
  const known = bodies.get(html);
  if (known) return known;
  const body = readPlain(html) ?? readRich(html);
  if (bodies.size >= keptCount) bodies.delete(bodies.keys().next().value ?? "");
  bodies.set(html, body);
  return body;
}

/** Most messages are one paragraph of mere text, which needs no parser, and holds nothing that could do harm. */
function readPlain(html: string): Body | undefined {
  const written = /^<p>([^<>]*)<\/p>\n?$/.exec(html)?.[1];
  if (written === undefined) return undefined;
  const text = written.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name] ?? "");
  return { content: <p>{toWords(text)}</p>, text, isOnlyEmoji: isFewEmoji(text) };
}

const characters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function readRich(html: string): Body {
  const fragment = sanitize(html);
  const text = readText(fragment);
  return { content: toNodes(fragment), text, isOnlyEmoji: isOnlyEmoji(fragment, text) };
}

/** What hides itself in the message hides itself wherever its words are shown or read out. */
function readText(fragment: DocumentFragment): string {
  const open = fragment.cloneNode(true) as DocumentFragment;
  for (const spoiler of open.querySelectorAll(".spoiler")) spoiler.textContent = "▒▒▒";
  return (open.textContent ?? "").trim();
}

const isOnlyEmoji = (fragment: DocumentFragment, text: string): boolean =>
  text === ""
    ? fragment.querySelectorAll("img.emoji").length > 0 && fragment.querySelectorAll("img.emoji").length <= 3
    : isFewEmoji(text) && fragment.querySelector("code, img") === null;

/** Every emoji begins so, and hardly anything else that people write. */
const beginsAsEmoji = /^(?:[©®\u203c-\u303d\u3297\u3299\u{1f000}-\u{1faff}]|[#*\d]\ufe0f?\u20e3)/u;

/** To know all emoji takes a browser 30 ms at first: only what begins as one is compared with them. */
const isFewEmoji = (text: string): boolean =>
  text.length < 40 && beginsAsEmoji.test(text) && /^(?:\p{RGI_Emoji}\s*){1,3}$/v.test(text);

const toNodes = (parent: Node): ReactNode[] => [...parent.childNodes].map(toNode);

function toNode(node: Node, key: number): ReactNode {
  if (!(node instanceof Element)) {
    const text = node.textContent ?? "";
    return node.parentElement?.closest("a, code, pre") ? text : toWords(text);
  }
  const name = node.localName;
  if (name === "math") return <Maths key={key} formula={node} />;
  if (name === "pre")
    return (
      <CodeBlock key={key} text={node.textContent ?? ""}>
        {toNodes(node)}
      </CodeBlock>
    );
  if (name === "a") return toLink(node, key);
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

/** A channel is named where a word could begin: not inside of an address. */
const channelName = /(?<![\p{L}\p{N}#&/@_-])#([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)/gu;

/** Text, in which the names of channels lead there. */
function toWords(text: string): ReactNode {
  if (!text.includes("#")) return text;
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: written, 1: name = "", index } of text.matchAll(channelName)) {
    parts.push(text.slice(end, index), <ChannelName key={index} name={name} />);
    end = index + written.length;
  }
  return [...parts, text.slice(end)];
}

/** One that leads somewhere, one that asks first, or none: then it is mere text. */
function toLink(link: Element, key: number): ReactNode {
  const address = link.getAttribute("data-address");
  const href = link.getAttribute("href");
  const content = toNodes(link);
  if (address) {
    return (
      <InertLink key={key} address={address}>
        {content}
      </InertLink>
    );
  }
  if (!href) return <span key={key}>{content}</span>;
  return (
    <MessageLink key={key} href={href}>
      {content}
    </MessageLink>
  );
}

function propsOf(element: Element): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const { name, value } of element.attributes) {
    if (name === "class") props.className = value;
    else if (name === "checked") props.defaultChecked = true;
    else if (name === "disabled") props.disabled = true;
    else props[name] = value;
  }
  // The page's own heading is the room's; what someone writes stands below it.
  const level = /^h([1-6])$/.exec(element.localName)?.[1];
  if (level) props["aria-level"] = Math.min(6, Number(level) + 1);
  if (element.localName === "input") props["aria-label"] = element.parentElement?.textContent.trim();
  if (element.localName === "img") Object.assign(props, { loading: "lazy", decoding: "async", draggable: false });
  return props;
}
