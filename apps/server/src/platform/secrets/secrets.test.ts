import { beforeEach, describe, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSecrets, parseMasterKey, requireCanary, type Secrets, sealCanary } from "./index.ts";
import { createSecrets, ringOf } from "./secrets.ts";

const drawn = () => createSecrets(ringOf([randomBytes(32)]));

describe("secrets", () => {
  const secrets = drawn();

  test("each purpose has its own key, and no signing key is an encrypting one", () => {
    const { signing, sealing } = ringOf([randomBytes(32)]);
    expect(secrets.key("sessions")).toHaveLength(32);
    expect(secrets.key("sessions")).toEqual(secrets.key("sessions"));
    expect(secrets.key("sessions")).not.toEqual(secrets.key("cursors"));
    expect(sealing[0].key).not.toEqual(signing);
  });

  test("a signature holds for its text and purpose only", () => {
    const mac = secrets.sign("cursors", "text");
    expect(mac).toMatch(/^[\w-]{43}$/);
    expect(secrets.verify("cursors", "text", mac)).toBe(true);
    expect(secrets.verify("cursors", "texts", mac)).toBe(false);
    expect(secrets.verify("tickets", "text", mac)).toBe(false);
    expect(secrets.verify("cursors", "text", "")).toBe(false);
    expect(drawn().verify("cursors", "text", mac)).toBe(false);
  });

  test("sealed text opens for its purpose and place only", () => {
    const sealed = secrets.seal("totp", "þing", "account:1");
    expect(secrets.open("totp", sealed, "account:1")).toBe("þing");
    expect(secrets.seal("totp", "þing", "account:1")).not.toBe(sealed);
    expect(() => secrets.open("totp", sealed, "account:2")).toThrow();
    expect(() => secrets.open("keys", sealed, "account:1")).toThrow();
    expect(() => drawn().open("totp", sealed, "account:1")).toThrow("not held");
  });

  test.each(["", "v1", "v1.x", "v2.a.b", "text"])("what was not sealed does not open: %p", (text) => {
    expect(() => secrets.open("totp", text, "")).toThrow();
  });

  test("a changed byte is noticed", () => {
    const parts = secrets.seal("totp", "text", "").split(".");
    for (const part of [2, 3]) {
      const bytes = Buffer.from(parts[part] ?? "", "base64url");
      for (const index of bytes.keys()) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
        const text = parts.with(part, changed.toString("base64url")).join(".");
        expect(() => secrets.open("totp", text, "")).toThrow();
      }
    }
  });

  test("what was sealed before a rotation still opens", () => {
    const [before, after] = [ringOf([randomBytes(32)]), ringOf([randomBytes(32)])];
    const sealed = createSecrets(before).seal("totp", "text", "");
    const rotated = createSecrets({ ...after, sealing: [after.sealing[0], before.sealing[0]] });
    expect(rotated.open("totp", sealed, "")).toBe("text");
  });

  test("a canary knows its own secrets", () => {
    const sealed = sealCanary(secrets);
    requireCanary(secrets, sealed);
    expect(() => requireCanary(drawn(), sealed)).toThrow("not those the database was written with");
  });
});

describe("an installation without a master key", () => {
  let dataDir = "";
  let path = "";
  beforeEach(() => {
    dataDir = join(mkdtempSync(join(tmpdir(), "althing-secrets-")), "data");
    path = join(dataDir, "secrets.json");
  });
  const open = (): Promise<Secrets> => openSecrets({ dataDir, env: "test" });

  test("makes a file of its own and keeps it", async () => {
    const first = await open();
    const again = await open();
    expect(again.key("sessions")).toEqual(first.key("sessions"));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(["secrets.json"]);
  });

  test("two servers started together agree", async () => {
    const [one, other, ...rest] = await Promise.all([open(), open(), open()]);
    expect(one.key("sessions")).toEqual(other.key("sessions"));
    expect(rest).toHaveLength(1);
    expect(readdirSync(dataDir)).toEqual(["secrets.json"]);
  });

  test("refuses a file that others can read", async () => {
    await open();
    chmodSync(path, 0o640);
    await expect(open()).rejects.toMatchObject({ code: "secrets_exposed" });
  });

  test("refuses a malformed file, and leaves it", async () => {
    await open();
    const whole = JSON.parse(readFileSync(path, "utf8"));
    const broken = [
      "",
      "{}",
      JSON.stringify({ ...whole, signing: "c2hvcnQ" }),
      JSON.stringify({ ...whole, sealing: [] }),
    ];
    broken.push(JSON.stringify({ ...whole, signing: whole.sealing[0].key }));
    for (const content of broken) {
      writeFileSync(path, content);
      await expect(open()).rejects.toMatchObject({ code: "secrets_malformed" });
      expect(readFileSync(path, "utf8")).toBe(content);
    }
  });

  test("is refused in production", async () => {
    await expect(openSecrets({ dataDir, env: "production" })).rejects.toMatchObject({ code: "secrets_missing" });
  });
});

test("a master key makes the same keys on every server and needs no file", async () => {
  const options = { dataDir: "/nonexistent", masterKey: randomBytes(32).toString("hex"), env: "production" } as const;
  const [one, other] = [await openSecrets(options), await openSecrets(options)];
  expect(other.open("totp", one.seal("totp", "text", ""), "")).toBe("text");
  await expect(openSecrets({ ...options, masterKey: "changeme" })).rejects.toMatchObject({ code: "secrets_weak" });
});

test("a drawn master key is taken in hex, base64 and base64url", () => {
  for (let round = 0; round < 200; round++) {
    const bytes = randomBytes(32);
    for (const encoding of ["hex", "base64", "base64url"] as const) {
      expect(parseMasterKey(bytes.toString(encoding))).toEqual(bytes);
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
])("a weak master key is refused: %s", (_, text) => {
  expect(parseMasterKey(text)).toBeUndefined();
});
