import { expect, test } from "bun:test";
import { createMemoryBus, probeBus } from "./index.ts";

function createHeardBus() {
  const errors: unknown[] = [];
  return { bus: createMemoryBus({ onError: (error, topic) => errors.push([topic, error]) }), errors };
}

/** Deliveries are microtasks queued before this one. */
const settled = () => new Promise<void>((resolve) => queueMicrotask(resolve));

test("each listener of a topic hears its messages in order, after publish has returned", async () => {
  const { bus } = createHeardBus();
  const heard: unknown[] = [];
  bus.subscribe("room", (message) => heard.push(["one", message]));
  bus.subscribe("room", (message) => heard.push(["other", message]));
  bus.subscribe("account", (message) => heard.push(["account", message]));
  bus.publish("room", 1);
  bus.publish("room", 2);
  expect(heard).toEqual([]);
  await settled();
  expect(heard).toEqual([
    ["one", 1],
    ["other", 1],
    ["one", 2],
    ["other", 2],
  ]);
});

test("who has left hears no more, not even what was under way", async () => {
  const { bus } = createHeardBus();
  const heard: unknown[] = [];
  const leave = bus.subscribe("room", (message) => heard.push(message));
  bus.publish("room", 1);
  leave();
  leave();
  await settled();
  bus.subscribe("room", (message) => heard.push(message));
  leave();
  bus.publish("room", 2);
  await settled();
  expect(heard).toEqual([2]);
});

test("a listener that throws is reported, and silences nobody", async () => {
  const { bus, errors } = createHeardBus();
  const heard: unknown[] = [];
  const fault = new Error("deaf");
  bus.subscribe("room", () => {
    throw fault;
  });
  bus.subscribe("room", (message) => heard.push(message));
  bus.publish("room", 1);
  await settled();
  expect([heard, errors]).toEqual([[1], [["room", fault]]]);
});

test("a bus that carries nothing is found out", async () => {
  await probeBus(createHeardBus().bus);
  const silent = { publish: () => undefined, subscribe: () => () => undefined };
  await expect(probeBus(silent, 1)).rejects.toThrow("Nothing came back");
});
