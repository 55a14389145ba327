import { describe, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { hintOf } from "./hint.ts";
import { ringOf } from "./key-ring.ts";
import type { MasterKeys } from "./master-key.ts";
import { defineSealed } from "./sealed-column.ts";
import { createSealer, keyIdOf } from "./sealer.ts";
import type { Secrets } from "./secrets.ts";
import { createSigner } from "./signer.ts";

const [older, newer] = [randomBytes(32), randomBytes(32)];
const sealerOf = (...masterKeys: MasterKeys) => createSealer(ringOf(masterKeys).sealing);
const secretsOf = (...masterKeys: MasterKeys): Secrets => ({
  ...createSigner(ringOf(masterKeys).signing),
  ...sealerOf(...masterKeys),
});
const secrets = secretsOf(older);
const stranger = secretsOf(randomBytes(32));

/** What the version before this one sealed and signed, for the purpose and the place of these tests. */
const past = {
  masterKey: Uint8Array.from({ length: 32 }, (_, index) => (index * 73 + 29) % 251),
  sealed: "v1.530b7e07.7OHL3IxSgFWg8XozOeAyLgOp9EdbJDr-yq-wjQgatSyD",
  mac: "sT2sHh3eoCWm6q3-mteojY9sRXiIX38S56qFQqQXo5Q",
};

describe("signatures", () => {
  test("each purpose has its own key, and no signing key is an encrypting one", () => {
    const { signing, sealing } = ringOf([older]);
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
    expect(stranger.verify("cursors", "text", mac)).toBe(false);
  });

  test("what was signed before there was a ring still holds, and by the oldest key of one, too", () => {
    expect(secretsOf(past.masterKey).verify("cursors", "text", past.mac)).toBe(true);
    expect(secretsOf(newer, past.masterKey).verify("cursors", "text", past.mac)).toBe(true);
  });
});

describe("sealed text", () => {
  const sealed = secrets.seal("totp", "þing", "account:1");

  test("opens for its purpose and place only", () => {
    expect(sealed).toMatch(/^v2\.[0-9a-f]{8}\.[\w-]{80}\.[\w-]+$/);
    expect(secrets.open("totp", sealed, "account:1")).toBe("þing");
    expect(secrets.seal("totp", "þing", "account:1")).not.toBe(sealed);
    expect(() => secrets.open("totp", sealed, "account:2")).toThrow();
    expect(() => secrets.open("keys", sealed, "account:1")).toThrow();
    expect(() => stranger.open("totp", sealed, "account:1")).toThrow("not held");
  });

  test.each(["", "v1", "v1.x", "v0", "v0.x", "v2.a.b", "v2.a.b.c", "v3.a.b.c.d", "text"])(
    "what was not sealed does not open: %p",
    (text) => {
      expect(() => secrets.open("totp", text, "")).toThrow();
      expect(() => sealerOf(older).rewrap("totp", text, "")).toThrow();
    },
  );

  test("a changed character is noticed, wherever it is", () => {
    for (const index of Array.from(sealed).keys()) {
      const other = sealed[index] === "A" ? "B" : "A";
      const changed = sealed.slice(0, index) + other + sealed.slice(index + 1);
      expect(() => secrets.open("totp", changed, "account:1")).toThrow();
    }
  });

  test("a missing or an additional character is noticed, wherever it is", () => {
    for (let length = 0; length < sealed.length; length++) {
      expect(() => secrets.open("totp", sealed.slice(0, length), "account:1")).toThrow();
    }
    for (const end of ["A", "=", "\n", ".", ".A"]) {
      expect(() => secrets.open("totp", sealed + end, "account:1")).toThrow();
    }
  });

  test("parts of two texts do not make a third", () => {
    const other = secrets.seal("totp", "þing", "account:1");
    const mixed = [...sealed.split(".").slice(0, 3), other.split(".")[3]].join(".");
    expect(() => secrets.open("totp", mixed, "account:1")).toThrow();
  });

  test("a wrapped data key does not open as a text", () => {
    const [, id, wrapped] = sealed.split(".");
    expect(() => secrets.open("totp", `v1.${id}.${wrapped}`, "account:1")).toThrow();
  });
});

describe("a rotation", () => {
  const sealed = secrets.seal("totp", "text", "account:1");
  const both = sealerOf(newer, older);

  test("leaves what was sealed before readable, until its key is retired", () => {
    expect(both.open("totp", sealed, "account:1")).toBe("text");
    expect(keyIdOf(both.seal("totp", "text", "account:1"))).toBe(both.keyIds[0]);
    expect(() => sealerOf(newer).open("totp", sealed, "account:1")).toThrow("not held");
  });

  test("wraps the data key anew and nothing else", () => {
    const rewrapped = both.rewrap("totp", sealed, "account:1");
    expect(sealerOf(newer).open("totp", rewrapped, "account:1")).toBe("text");
    expect(rewrapped.split(".")[2]).not.toBe(sealed.split(".")[2]);
    expect(rewrapped.split(".")[3]).toBe(sealed.split(".")[3] ?? "");
  });

  test("wraps nothing that lies in a place where it was not sealed", () => {
    expect(() => both.rewrap("totp", sealed, "account:2")).toThrow();
    expect(() => both.rewrap("keys", sealed, "account:1")).toThrow();
    expect(() => sealerOf(newer).rewrap("totp", sealed, "account:1")).toThrow("not held");
  });

  test("what the version before this one sealed opens, and is sealed anew", () => {
    const sealer = sealerOf(newer, past.masterKey);
    expect(sealer.open("totp", past.sealed, "account:1")).toBe("þing");
    expect(() => sealer.open("totp", past.sealed, "account:2")).toThrow();
    const rewrapped = sealer.rewrap("totp", past.sealed, "account:1");
    expect(rewrapped).toStartWith(`v2.${sealer.keyIds[0]}.`);
    expect(sealerOf(newer).open("totp", rewrapped, "account:1")).toBe("þing");
    expect(() => sealer.rewrap("totp", past.sealed, "account:2")).toThrow();
  });
});

describe("a column of sealed texts", () => {
  const keys = defineSealed("models.provider_key", { table: "model_providers", column: "key" });
  const sealed = keys.seal(secrets, "1", "sk-text");

  test("names the place of a text by table, row and column", () => {
    expect(keys.open(secrets, "1", sealed)).toBe("sk-text");
    expect(secrets.open("models.provider_key", sealed, "model_providers|1|key")).toBe("sk-text");
    expect(() => keys.open(secrets, "2", sealed)).toThrow();
  });

  test("opens nothing of another column or table", () => {
    for (const place of [
      { table: "model_providers", column: "token" },
      { table: "others", column: "key" },
    ]) {
      expect(() => defineSealed("models.provider_key", place).open(secrets, "1", sealed)).toThrow();
    }
  });

  test("opens nothing of another workspace, where the row is named with its own", () => {
    const tokens = defineSealed("tokens", { table: "tokens", column: "token", key: ["workspace_id", "id"] });
    const token = tokens.seal(secrets, ["harbour", "1"], "text");
    expect(tokens.open(secrets, ["harbour", "1"], token)).toBe("text");
    expect(() => tokens.open(secrets, ["island", "1"], token)).toThrow();
    expect(tokens.placeOf(["a|b", "c"])).not.toBe(tokens.placeOf(["a", "b|c"]));
  });
});

test("a hint tells which secret it is, and not the secret", () => {
  const hint = hintOf("sk-a-long-secret-1234");
  expect(hint).toEqual({ ending: "1234", fingerprint: expect.stringMatching(/^[0-9a-f]{8}$/) });
  expect(hintOf("sk-a-long-secret-1234")).toEqual(hint);
  expect(hintOf("sk-b-long-secret-1234").fingerprint).not.toBe(hint.fingerprint);
  expect(hintOf("hunter2").ending).toBe("");
});
