import MarkdownIt from "markdown-it";

export const escapeHtml: (text: string) => string = new MarkdownIt().utils.escapeHtml;
