import { expect, test } from "bun:test";
import { Offers } from "./offers.ts";

type Named = { name: string; from: string };
const item = (name: string, from: string): Named => ({ name, from });

test("of two offers of one name the later stands, until it is withdrawn", () => {
  const offers = new Offers<Named>(({ name }) => name);
  const [page, panel] = [{}, {}];
  offers.offer(page, [item("open", "page"), item("close", "page")]);
  offers.offer(panel, [item("open", "panel")]);
  expect(offers.read()).toEqual([item("open", "panel"), item("close", "page")]);
  offers.withdraw(panel);
  expect(offers.read()).toEqual([item("open", "page"), item("close", "page")]);
});

test("gives the same list until something comes or goes", () => {
  const offers = new Offers<Named>(({ name }) => name);
  offers.offer({}, [item("open", "page")]);
  const list = offers.read();
  expect(offers.read()).toBe(list);
  offers.offer({}, []);
  expect(offers.read()).not.toBe(list);
});

test("tells once of what comes and goes together, and again of what comes after it was read", async () => {
  const offers = new Offers<Named>(({ name }) => name);
  const heard: number[] = [];
  const stop = offers.subscribe(() => heard.push(offers.read().length));
  const owner = {};
  offers.offer(owner, [item("open", "page")]);
  offers.offer({}, [item("close", "page")]);
  offers.withdraw(owner);
  expect(heard).toEqual([]);
  await Promise.resolve();
  expect(heard).toEqual([1]);
  offers.offer(owner, [item("open", "page")]);
  await Promise.resolve();
  expect(heard).toEqual([1, 2]);
  stop();
  offers.withdraw(owner);
  await Promise.resolve();
  expect(heard).toEqual([1, 2]);
});
