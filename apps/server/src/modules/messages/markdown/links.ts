import type { MarkdownIt } from "markdown-it";
import { createBudget } from "./budget.ts";
import type { RenderContext } from "./context.ts";

const maxAddressLength = 2_048;
// One long reference definition can be used thousands of times in one message.
const spend = createBudget(200_000);

/** Only absolute web and mail addresses become links, and every link leaves the application. */
export function links(md: MarkdownIt): void {
  // Called after markdown-it has decoded entities and escaped control characters, so nothing can hide before the scheme.
  md.validateLink = (address) => address.length <= maxAddressLength && /^(?:https?:\/\/|mailto:)/i.test(address);
  md.linkify.add("ftp:", null).add("//", null).set({ fuzzyLink: false, maxLength: maxAddressLength });
  md.renderer.rules.link_open = (tokens, index, _options, env, renderer) => {
    const attrs = tokens[index]?.attrs ?? [];
    const length = attrs.reduce((sum, [, value]) => sum + String(value).length, 0);
    const address = tokens[index]?.attrGet("href");
    if (!address || !spend(env, length)) return "<a>";
    const leads = mayLead(env)(String(address));
    return `<a${renderer.renderAttrs({ attrs: leads ? [...attrs, ...leaving] : inert(String(address)) })}>`;
  };
}

type LinkPolicy = { mayLink?: RenderContext["mayLink"] };
const mayLead = (env: unknown) => (env as LinkPolicy | undefined)?.mayLink ?? (() => true);

/** What a model wrote may want to carry something out in an address: it leads nowhere until a reader says so. */
const inert = (address: string): [string, string][] => [
  ["class", "inert"],
  ["data-address", address],
];

const leaving: [string, string][] = [
  ["rel", "noopener noreferrer nofollow ugc"],
  ["target", "_blank"],
];
