import { beforeEach, describe, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type KeyRing, ringOf } from "./key-ring.ts";
import { parseMasterKey, parseMasterKeys } from "./master-key.ts";
import { type KeySource, readKeyRing } from "./read-key-ring.ts";
import { addSealingKey, dropSealingKey } from "./secrets-file.ts";

let dataDir = "";
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), "althing-secrets-")), "data");
});
const read = (source: Partial<KeySource> = {}) => readKeyRing({ dataDir, env: "test", ...source });
const idsOf = ({ sealing }: KeyRing) => sealing.map(({ id }) => id);
const drawn = () => randomBytes(32).toString("base64");

describe("an installation without a master key", () => {
  const path = () => join(dataDir, "secrets.json");

  test("makes a file of its own and keeps it", async () => {
    const first = await read();
    expect(await read()).toEqual(first);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(["secrets.json"]);
  });

  test("two servers started together agree", async () => {
    const [one, ...others] = await Promise.all([read(), read(), read()]);
    for (const other of others) expect(other).toEqual(one);
    expect(readdirSync(dataDir)).toEqual(["secrets.json"]);
  });

  test("refuses a file that others can read", async () => {
    await read();
    chmodSync(path(), 0o640);
    await expect(read()).rejects.toMatchObject({ code: "secrets_exposed" });
  });

  test("refuses a malformed file, and leaves it", async () => {
    await read();
    const whole = JSON.parse(readFileSync(path(), "utf8"));
    const [key] = whole.sealing;
    const broken = [
      "",
      "{}",
      ...[
        { ...whole, signing: "c2hvcnQ" },
        { ...whole, sealing: [] },
        { ...whole, signing: key.key },
        { ...whole, sealing: [key, key] },
        { ...whole, sealing: [key, { ...key, key: whole.signing }] },
      ].map((one) => JSON.stringify(one)),
    ];
    for (const content of broken) {
      writeFileSync(path(), content);
      await expect(read()).rejects.toMatchObject({ code: "secrets_malformed" });
      await expect(addSealingKey(dataDir)).rejects.toMatchObject({ code: "secrets_malformed" });
      expect(readFileSync(path(), "utf8")).toBe(content);
    }
  });

  test("gets a new key that seals, before the older ones, and loses one that is retired", async () => {
    const before = await read();
    await addSealingKey(dataDir);
    const after = await read();
    expect(after.sealing.slice(1)).toEqual([...before.sealing]);
    expect(after.signing).toEqual(before.signing);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(["secrets.json"]);
    await dropSealingKey(dataDir, before.sealing[0].id);
    expect((await read()).sealing).toEqual([after.sealing[0]]);
  });

  test("never loses the key that seals", async () => {
    const ring = await read();
    await dropSealingKey(dataDir, ring.sealing[0].id);
    expect(await read()).toEqual(ring);
  });

  test("is refused in production", async () => {
    await expect(read({ env: "production" })).rejects.toMatchObject({ code: "secrets_missing" });
  });
});

describe("master keys", () => {
  const [newest, middle, oldest] = [drawn(), drawn(), drawn()];
  const bytes = [newest, middle, oldest].map((text) => Buffer.from(text, "base64"));
  const whole = ringOf(bytes as [Buffer, Buffer, Buffer]);

  test("in a setting make the same ring on every server, and need no file", async () => {
    const source = { dataDir: "/nonexistent", env: "production" } as const;
    expect(await read({ ...source, masterKey: [newest, middle, oldest].join(" , ") })).toEqual(whole);
    expect(idsOf(await read({ ...source, masterKey: middle }))).toEqual(idsOf(whole).slice(1, 2));
    for (const masterKey of ["changeme", `${newest},changeme`, `${newest},${newest}`, `${newest},`]) {
      await expect(read({ ...source, masterKey })).rejects.toMatchObject({ code: "secrets_weak" });
    }
  });

  test("in a file of their own stand one a line, for nobody else to read", async () => {
    const masterKeyFile = `${dataDir}-keys`;
    const write = (text: string, mode = 0o600) => {
      rmSync(masterKeyFile, { force: true });
      writeFileSync(masterKeyFile, text);
      chmodSync(masterKeyFile, mode);
    };
    const file = { masterKeyFile, env: "production" } as const;
    await expect(read(file)).rejects.toMatchObject({ code: "secrets_missing" });
    write(`${newest}\n\n${middle}\r\n${oldest}`, 0o400);
    expect(await read(file)).toEqual(whole);
    for (const mode of [0o640, 0o604, 0o620]) {
      write(newest, mode);
      await expect(read(file)).rejects.toMatchObject({ code: "secrets_exposed" });
    }
    write(`${newest}\nchangeme\n`);
    await expect(read(file)).rejects.toThrow("line 2");
    for (const text of ["", `${newest}\n${newest}`]) {
      write(text);
      await expect(read(file)).rejects.toThrow("no key, or one of them twice");
    }
  });

  test("are taken in hex, base64 and base64url", () => {
    for (let round = 0; round < 200; round++) {
      const key = randomBytes(32);
      for (const encoding of ["hex", "base64", "base64url"] as const) {
        expect(parseMasterKey(key.toString(encoding))).toEqual(key);
      }
    }
  });

  test.each([
    ["short", randomBytes(31).toString("base64")],
    ["a word", "changeme"],
    ["a word many times", "changeme".repeat(8)],
    ["one byte", "00".repeat(32)],
    ["a pattern in hex", "0123456789abcdef".repeat(4)],
    ["counting", Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString("hex")],
    ["a phrase in base64", Buffer.from("correct horse battery staple, and some more").toString("base64")],
    ["not an encoding", "!".repeat(64)],
  ])("are refused where one is weak: %s", (_, text) => {
    expect(parseMasterKeys([text])).toBeUndefined();
    expect(parseMasterKeys([drawn(), text])).toBeUndefined();
  });
});
