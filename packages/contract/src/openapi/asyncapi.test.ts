import { expect, test } from "bun:test";
import { contract } from "../index.ts";
import { closeCodes } from "../realtime/close-codes.ts";
import { ClientFrame, ServerFrame } from "../realtime/frames.ts";
import { asyncapi } from "./asyncapi.ts";
import { eventsOf } from "./catalog.ts";

const document = asyncapi(contract, { version: "1.2.3" });
const { messages } = document.components;

test("every frame of both directions is described", () => {
  const ops = (union: typeof ClientFrame | typeof ServerFrame) =>
    union.options.map(({ shape }) => String(shape.op.value));
  expect(Object.keys(messages)).toContainValues([
    ...ops(ClientFrame).map((op) => `client.${op}`),
    ...ops(ServerFrame).map((op) => `server.${op}`),
  ]);
});

test("every event is described, on each feed it comes by", () => {
  for (const { type, feeds, durability } of eventsOf(contract)) {
    expect(messages[type]?.["x-durability"]).toBe(durability);
    for (const feed of feeds) expect(document.channels[feed]?.messages[type]).toBeDefined();
  }
});

test("the examples of the client's frames are frames", () => {
  for (const [name, { examples }] of Object.entries(messages)) {
    if (name.startsWith("client.")) expect(ClientFrame.safeParse(examples[0]?.payload).error).toBeUndefined();
  }
});

test("the examples of events fit their payloads", () => {
  for (const { type, payload } of eventsOf(contract)) {
    const example = messages[type]?.examples[0] as { payload: { data: unknown } };
    expect(payload.safeParse(example.payload.data).error).toBeUndefined();
  }
});

test("every reason to close is told", () => {
  expect(document["x-close-codes"].map(({ code }) => code)).toEqual(Object.values(closeCodes).map(({ code }) => code));
});
