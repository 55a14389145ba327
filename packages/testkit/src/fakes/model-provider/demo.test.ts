import { afterAll, beforeAll, expect, test } from "bun:test";
import { join } from "node:path";

let program: Bun.Subprocess<"ignore", "pipe", "inherit">;
let url = "";
beforeAll(async () => {
  const command = [process.execPath, join(import.meta.dir, "serve.ts"), "--port", "0", "--key", "sk-demo"];
  program = Bun.spawn(command, { stdout: "pipe", stdin: "ignore", stderr: "inherit" });
  for await (const chunk of program.stdout) {
    ({ url } = JSON.parse(new TextDecoder().decode(chunk)));
    break;
  }
});
afterAll(async () => {
  program.kill();
  await program.exited;
});

async function ask(messages: { role: string; content: string }[], more: object = {}, key = "sk-demo") {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const body = JSON.stringify({ model: "fake-large", stream: true, messages, ...more });
  const response = await fetch(`${url}/chat/completions`, { method: "POST", headers, body });
  const chunks = (await response.text()).split("\n\n").flatMap((event) => {
    return event.startsWith("data: {") ? [JSON.parse(event.slice(6))] : [];
  });
  const deltas = chunks.map(({ choices }) => choices[0]?.delta ?? {});
  return { status: response.status, text: deltas.map(({ content }) => content ?? "").join(""), deltas };
}

const weather = {
  type: "function",
  function: {
    name: "station__weather",
    parameters: { properties: { place: { type: "string" }, days: { type: "integer" } }, required: ["place", "days"] },
  },
};

test("Ana asks the demonstration, and gets an answer that cites what it was given", async () => {
  const { text } = await ask([
    { role: "system", content: "Sources: [1] the pier, [2] the harbour." },
    { role: "user", content: "Is the pier open?" },
  ]);
  expect(text).toContain("You asked: **Is the pier open?**");
  expect(text).toMatch(/yes \[1\]\..* \[2\]\./s);
});

test("“use weather for Oslo” calls the tool with arguments that fit, and its answer is told", async () => {
  const question = { role: "user", content: "Please use weather for Oslo, 3 days" };
  const { text, deltas } = await ask([question], { tools: [weather] });
  expect(text).toBe("I look that up.");
  const calls = deltas.flatMap(({ tool_calls }) => tool_calls ?? []);
  expect(calls[0].function.name).toBe("station__weather");
  const args = calls.map(({ function: { arguments: piece } }: { function: { arguments: string } }) => piece).join("");
  expect(JSON.parse(args)).toEqual({ place: "Oslo, 3 days", days: 3 });
  const answer = await ask([question, { role: "tool", content: "Rain, 7 degrees" }], { tools: [weather] });
  expect(answer.text).toContain("> Rain, 7 degrees");
});

test("another key is refused", async () => {
  expect((await ask([], {}, "sk-other")).status).toBe(401);
});
