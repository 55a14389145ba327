// What people are told by mail, as text and as HTML of the same words.
import type { Letter } from "../../platform/mail/index.ts";

export type Content = { readonly subject: string; readonly lines: readonly string[]; readonly link?: Link };
type Link = { readonly label: string; readonly url: string };

export const verificationContent = (name: string, publicUrl: string, token: string): Content => ({
  subject: "Confirm your address",
  lines: [`Hello ${name},`, "please confirm that this address is yours. The link works once, for three days."],
  link: { label: "Confirm the address", url: linkTo(publicUrl, "verify-email", token) },
});

export const resetContent = (name: string, publicUrl: string, token: string): Content => ({
  subject: "Choose a new password",
  lines: [
    `Hello ${name},`,
    "someone, hopefully you, asked for a new password. The link works once, for an hour; if you did not ask, do nothing.",
  ],
  link: { label: "Choose a new password", url: linkTo(publicUrl, "reset-password", token) },
});

export const passwordChangedContent = (name: string, publicUrl: string): Content => ({
  subject: "Your password was changed",
  lines: [
    `Hello ${name},`,
    "the password of your account was changed and its other sessions have ended. If this was not you, choose a new one now.",
  ],
  link: { label: "Choose a new password", url: `${publicUrl}/forgot-password` },
});

const linkTo = (publicUrl: string, page: string, token: string): string => `${publicUrl}/${page}?token=${token}`;

export function writeLetter(to: string, { subject, lines, link }: Content): Letter {
  const text = [...lines, ...(link ? [`${link.label}: ${link.url}`] : [])].join("\n\n");
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`);
  const anchor = link ? [`<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>`] : [];
  return { to, subject, text: `${text}\n`, html: [...paragraphs, ...anchor].join("\n") };
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
