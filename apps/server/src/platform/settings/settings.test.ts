import { describe, expect, test } from "bun:test";
import {
  choice,
  cidr,
  defineSetting,
  integer,
  listOf,
  loadSettings,
  mailbox,
  renderSettings,
  text,
  url,
} from "./index.ts";

const port = defineSetting({ key: "PORT", schema: integer(1, 65_535), default: "3000", description: "The port." });
const level = defineSetting({
  key: "ALTHING_LOG_LEVEL",
  schema: choice("info", "warn"),
  default: "info",
  reloadable: true,
  description: "How much is logged.",
});
const store = defineSetting({ key: "STORE_URL", schema: url("redis"), secret: true, description: "The store." });
const peers = defineSetting({ key: "ALTHING_PEERS", schema: listOf(cidr), default: "", description: "Others." });
const definitions = [port, level, store, peers] as const;

const file = (content: string) => ({ path: "/data/althing.config.json", content });

describe("a later source wins", () => {
  const sources = {
    defaults: { PORT: "1" },
    file: file('{ "PORT": 2 }'),
    env: { PORT: "3" },
    flags: ["--port", "4"],
  };
  test.each([
    ["the definition's default", {}, 3000],
    ["given defaults", { defaults: sources.defaults }, 1],
    ["the file", { defaults: sources.defaults, file: sources.file }, 2],
    ["the environment", { ...sources, flags: [] }, 3],
    ["the flags", sources, 4],
    ["flags with an equals sign", { ...sources, flags: ["--port=5"] }, 5],
    ["an empty variable is none", { env: { PORT: "" } }, 3000],
  ])("%s", (_, given, expected) => {
    const { values, problems } = loadSettings(definitions, given);
    expect(problems).toEqual([]);
    expect<number>(values.PORT).toBe(expected);
  });
});

test("lists are written with commas, or as JSON in the file", () => {
  const networks = ["10.0.0.0/8", "::1"];
  const fromFile = loadSettings(definitions, { file: file(JSON.stringify({ ALTHING_PEERS: networks })) });
  const fromEnv = loadSettings(definitions, { env: { ALTHING_PEERS: "10.0.0.0/8, ::1" } });
  expect([fromFile.values.ALTHING_PEERS, fromEnv.values.ALTHING_PEERS]).toEqual([networks, networks]);
});

test("every problem is told at once, by name and source, and secrets are not", () => {
  const { values, problems } = loadSettings(definitions, {
    file: file('{ "ALTHING_PEERS": "10.0.0.0/64", "PROT": 1 }'),
    env: { PORT: "many", STORE_URL: "http://user:hunter2@host", ALTHING_LOG_LEVL: "info" },
    flags: ["--log-level", "loud", "--prt=4", "--peers", "stray"],
  });
  expect(problems).toEqual([
    "The setting PROT in /data/althing.config.json is unknown: did you mean PORT?",
    "The environment variable ALTHING_LOG_LEVL is unknown: did you mean ALTHING_LOG_LEVEL?",
    "The flag --prt is unknown: did you mean --port?",
    'PORT from the environment ("many") is not valid: expected a whole number from 1 to 65535.',
    'ALTHING_LOG_LEVEL from the flag --log-level ("loud") is not valid: expected one of `info`, `warn`.',
    "STORE_URL from the environment is not valid: expected an address beginning with `redis://`.",
    'ALTHING_PEERS from the flag --peers ("stray") is not valid: expected a list, separated by commas, of: ' +
      "a network such as `10.0.0.0/8` or `::1`.",
  ]);
  expect(values.PORT).toBe(3000);
});

test.each([[["--port"]], [["--port", "--log-level=info"]], [["--port="]]])("a flag without a value: %p", (flags) => {
  expect(loadSettings(definitions, { flags }).problems).toContain("The flag --port needs a value.");
});

test("a stray argument is refused without repeating it", () => {
  const { problems } = loadSettings(definitions, { flags: ["hunter2"] });
  expect(problems).toEqual(["An argument was not expected: settings are written as --name value."]);
});

test.each(["[]", "{", "null"])("a file must be an object: %s", (content) => {
  const { problems } = loadSettings(definitions, { file: file(content) });
  expect(problems).toEqual(["The file /data/althing.config.json is not a JSON object of settings."]);
});

test.each([
  [
    "networks",
    cidr,
    ["10.0.0.0/8", "::/0", "127.0.0.1"],
    ["10.0.0.0/33", "fd00::/129", "host/8", "1.2.3.4/8/8", "1.2.3.4/"],
  ],
  ["mailboxes", mailbox, ["a@b.c", "Althing <a@localhost>"], ["nobody", "a@b\r\nBcc: x@y.z", "A <a@b> <c@d>"]],
  ["whole numbers", integer(0, 10), ["0", "10"], ["-1", "11", "1.5", "1e1", " 1"]],
  ["text", text, ["anything"], []],
])("the schema of %s", (_, schema, good, bad) => {
  expect(good.map((value) => schema.safeParse(value).success)).toEqual(good.map(() => true));
  expect(bad.map((value) => schema.safeParse(value).success)).toEqual(bad.map(() => false));
});

test("the reference lists each setting with its flag, type, default and reload", () => {
  expect(renderSettings([level, store])).toBe(
    [
      "| Setting | Flag | Type | Default | Takes effect on | Description |",
      "| --- | --- | --- | --- | --- | --- |",
      "| `ALTHING_LOG_LEVEL` | `--log-level` | one of `info`, `warn` | `info` | reload | How much is logged. |",
      "| `STORE_URL` | `--store-url` | an address beginning with `redis://` |  | restart | The store. Secret. |",
      "",
    ].join("\n"),
  );
});
