/** Of what a model wrote, only the addresses that a reader could have got from its sources lead anywhere. */
import { expect, test } from "bun:test";
import { hostileAddresses, hostileMarkup, hostilePlaces } from "./hostile.fixture.ts";
import { renderMessage } from "./index.ts";
import { unsafeParts } from "./safe-html.fixture.ts";

const known = "https://harbour.example/tides";
const render = (body: string) => renderMessage(body, { mentions: new Map(), mayLink: (one) => one === known }).html;

test("an address that a source has is a link; any other is shown and leads nowhere", () => {
  const html = render(`[tides](${known}) and [more](https://evil.example/?q=secret)`);
  expect(html.match(/href="[^"]*"/g)).toEqual([`href="${known}"`]);
  expect(html).toContain('<a class="inert" data-address="https://evil.example/?q=secret">more</a>');
});

test("the same address with something added is another address", () => {
  expect(render(`[tides](${known}?q=secret)`)).not.toContain("href=");
});

const addressOf = (place: (address: string) => string) => render(place("https://evil.example/?q=secret"));

test.each(Object.entries(hostilePlaces))("nothing leads away or is loaded from %s", (_, place) => {
  expect(addressOf(place)).not.toMatch(/(?:href|src|srcset|poster|action|formaction)=/);
});

test.each(hostileMarkup)("%j stays safe", (body) => {
  expect(unsafeParts(render(body))).toEqual([]);
  expect(render(body)).not.toMatch(/(?:href|src)="(?!\/media\/)/);
});

test.each(hostileAddresses)("%j stays safe wherever it is put", (address) => {
  for (const place of Object.values(hostilePlaces)) expect(unsafeParts(render(place(address)))).toEqual([]);
});
