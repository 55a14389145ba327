import { expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ConfigSources, readConfig, reloadConfig, renderSettings, settingDefinitions } from "./config.ts";
import { StartupFault } from "./platform/startup-fault.ts";

const masterKey = randomBytes(32).toString("base64");
const cwd = mkdtempSync(join(tmpdir(), "althing-config-"));

const read = (env: Record<string, string> = {}, argv: string[] = []) => readConfig({ env, argv, cwd });

function refusalOf(sources: ConfigSources): string {
  try {
    readConfig({ argv: [], cwd, ...sources });
  } catch (error) {
    if (error instanceof StartupFault) return error.message;
  }
  throw new Error("The settings were taken.");
}

test("an installation needs no settings", () => {
  const config = read();
  expect(config.http).toMatchObject({ port: 3000, host: "127.0.0.1", trustedProxies: [], bodyLimitBytes: 1_048_576 });
  expect(config).toMatchObject({ env: "development", dataDir: join(cwd, ".althing"), limits: { enabled: true } });
  expect(config.accounts.signup).toBe("invite");
});

test("flags beat the environment, which beats the file of the data directory", () => {
  mkdirSync(join(cwd, "data"));
  const settings = { PORT: 4001, ALTHING_LOG_LEVEL: "warn", ALTHING_SIGNUP: "open" };
  writeFileSync(join(cwd, "data", "althing.config.json"), JSON.stringify(settings));
  const config = read({ PORT: "4002", ALTHING_LOG_LEVEL: "debug" }, ["--data-dir", "data", "--port=4003"]);
  expect([config.http.port, config.log.level, config.accounts.signup]).toEqual([4003, "debug", "open"]);
});

test("a named file must exist", () => {
  expect(refusalOf({ env: { ALTHING_CONFIG: "nowhere.json" } })).toContain("which does not exist");
});

test("production is refused without a master key and with limits off, both said at once", () => {
  const refusal = refusalOf({ env: { ALTHING_ENV: "production", ALTHING_RATE_LIMITS: "off", PORT: "x" } });
  expect(refusal).toContain("- ALTHING_MASTER_KEY is missing");
  expect(refusal).toContain("- ALTHING_RATE_LIMITS cannot be `off`");
  expect(refusal).toContain("- PORT from the environment");
});

test("an external database asks for a master key in production only, and its address is not shown", () => {
  const env = { DATABASE_URL: "postgres://ana:hunter2@db/althing" };
  const production = { ...env, ALTHING_ENV: "production" };
  expect(read(env).masterKey).toBeUndefined();
  expect(refusalOf({ env: production })).toContain("ALTHING_MASTER_KEY is missing");
  expect(refusalOf({ env: { ...production, PORT: "x" } })).not.toContain("hunter2");
  expect(read({ ...production, ALTHING_MASTER_KEY: masterKey }).masterKey).toBe(masterKey);
});

test("keys come from one place: the setting, or a file that it names", () => {
  const file = { ALTHING_ENV: "production", ALTHING_MASTER_KEY_FILE: "keys" };
  expect(read(file).masterKeyFile).toBe(join(cwd, "keys"));
  expect(refusalOf({ env: { ...file, ALTHING_MASTER_KEY: masterKey } })).toContain("are both set");
  const several = [randomBytes(32).toString("hex"), masterKey].join(",");
  expect(read({ ALTHING_MASTER_KEY: several }).masterKey).toBe(several);
  const refusal = refusalOf({ env: { ALTHING_MASTER_KEY: `${masterKey},changeme` } });
  expect(refusal).toContain("ALTHING_MASTER_KEY from the environment is not valid");
  expect(refusal).not.toContain(masterKey);
});

test("the command line's own variables are no concern of the server, and others like them are", () => {
  const config = read({ ALTHING_URL: "http://127.0.0.1:4000", ALTHING_TOKEN: "t", ALTHING_SESSION_FILE: "s.json" });
  expect(config).toEqual(read());
  expect(refusalOf({ env: { ALTHING_URI: "x" } })).toContain("ALTHING_URI is unknown");
});

test("hosts are let in by name, network and port, and what is none is refused", () => {
  const { egress, models } = read({ ALTHING_EGRESS_ALLOWED_HOSTS: "localhost:11434, 10.0.0.0/8,[::1]:8080" });
  expect(egress.allowedHosts).toEqual(["localhost:11434", "10.0.0.0/8", "[::1]:8080"]);
  expect(models).toEqual({ limits: { firstTokenMs: 30_000, totalMs: 600_000 }, streamsPerCredential: 200 });
  const refusal = refusalOf({ env: { ALTHING_EGRESS_ALLOWED_HOSTS: "http://localhost" } });
  expect(refusal).toContain("a host such as `ollama.internal`");
});

test("a bucket needs its keys", () => {
  expect(refusalOf({ env: { S3_BUCKET: "files" } })).toContain("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY is missing");
  const env = { S3_BUCKET: "files", S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "key" };
  expect(read(env).files.s3).toMatchObject({ bucket: "files", region: "us-east-1" });
});

test("a reload takes over what may change and names what waits for a restart", () => {
  const previous = read({ PORT: "4000", ALTHING_CORS_ORIGINS: "https://a.example" });
  const env = { PORT: "5000", ALTHING_LOG_LEVEL: "debug", ALTHING_CORS_ORIGINS: "https://b.example" };
  const { config, needRestart } = reloadConfig(previous, { env, argv: [], cwd });
  expect(config.log.level).toBe("debug");
  expect(config.http).toMatchObject({ port: 4000, corsOrigins: ["https://b.example"] });
  expect(needRestart).toEqual(["PORT"]);
});

test("the reference has a row for every setting", () => {
  expect(renderSettings(settingDefinitions).trim().split("\n")).toHaveLength(settingDefinitions.length + 2);
});
