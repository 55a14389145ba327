import { memo, use, useDeferredValue } from "react";
import { fetchPart } from "../../../parts/index.ts";
import { MessageBody } from "../../messages/index.ts";

type Renderer = { render(text: string): string };

let renderer: Promise<Renderer> | undefined;

/** Fetched when somebody watches an answer being written; the message itself is rendered by the server. */
function loadRenderer(): Promise<Renderer> {
  renderer ??= fetchPart(() => import("markdown-it")).then(({ default: MarkdownIt }) =>
    new MarkdownIt({ html: false, linkify: false, breaks: true }).disable(["image", "link", "autolink"]),
  );
  return renderer;
}

/** What an assistant has written so far. Links and pictures are text until the message is there. */
export const StreamedText = memo(function StreamedText({ text }: { text: string }) {
  const written = useDeferredValue(text);
  const { render } = { render: (part: string) => use(loadRenderer()).render(part) };
  return <MessageBody html={render(closeFence(written))} />;
});

/** A block of code that is not finished is a block of code already. */
function closeFence(text: string): string {
  const fences = text.match(/^ {0,3}(?:```|~~~)/gm) ?? [];
  return fences.length % 2 === 1 ? `${text}\n${fences.at(-1)?.trim()}` : text;
}
