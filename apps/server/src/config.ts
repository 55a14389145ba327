/** The settings of an installation, read from their sources into the configuration that they make. Only here is the environment read. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { settingDefinitions, strongKeys } from "./config/definitions.ts";
import type { SettingsFile, ValuesOf } from "./platform/settings/index.ts";
import * as s from "./platform/settings/index.ts";
import { StartupFault } from "./platform/startup-fault.ts";

export { settingDefinitions } from "./config/definitions.ts";
export { renderSettings } from "./platform/settings/index.ts";

type Values = ValuesOf<typeof settingDefinitions>;

export type Config = ReturnType<typeof shapeConfig>;

function shapeConfig(values: Values, cwd: string) {
  const dataDir = resolve(cwd, values.ALTHING_DATA_DIR);
  return {
    env: values.ALTHING_ENV,
    dataDir,
    masterKey: values.ALTHING_MASTER_KEY,
    masterKeyFile: values.ALTHING_MASTER_KEY_FILE && resolve(cwd, values.ALTHING_MASTER_KEY_FILE),
    web: { dir: values.ALTHING_WEB_DIR ? resolve(cwd, values.ALTHING_WEB_DIR) : builtWebDir },
    http: {
      port: values.PORT,
      host: values.HOST,
      publicUrl: values.ALTHING_PUBLIC_URL,
      trustedProxies: values.ALTHING_TRUSTED_PROXIES,
      corsOrigins: values.ALTHING_CORS_ORIGINS,
      bodyLimitBytes: values.ALTHING_BODY_LIMIT_BYTES,
    },
    database: {
      url: values.DATABASE_URL,
      replicaUrls: values.DATABASE_REPLICA_URLS,
      poolSize: values.ALTHING_DATABASE_POOL,
    },
    egress: { allowedHosts: values.ALTHING_EGRESS_ALLOWED_HOSTS },
    models: {
      limits: {
        firstTokenMs: values.ALTHING_MODEL_FIRST_TOKEN_SECONDS * 1_000,
        totalMs: values.ALTHING_MODEL_ANSWER_SECONDS * 1_000,
      },
      streamsPerCredential: values.ALTHING_MODEL_STREAMS_PER_KEY,
    },
    redis: { url: values.REDIS_URL },
    files: { dir: join(dataDir, "files"), s3: shapeS3(values), maxBytes: values.ALTHING_FILE_MAX_BYTES },
    mail: { smtpUrl: values.SMTP_URL, from: values.ALTHING_MAIL_FROM, outboxDir: join(dataDir, "mail") },
    log: { level: values.ALTHING_LOG_LEVEL },
    limits: { enabled: values.ALTHING_RATE_LIMITS === "on" },
    accounts: { signup: values.ALTHING_SIGNUP },
    realtime: {
      socketsPerAccount: values.ALTHING_SOCKETS_PER_ACCOUNT,
      eventRetentionDays: values.ALTHING_EVENT_RETENTION_DAYS,
    },
    jobs: { concurrency: values.ALTHING_JOBS_CONCURRENCY },
    tools: { file: values.ALTHING_TOOLS_FILE && resolve(cwd, values.ALTHING_TOOLS_FILE) },
    /** The same by the settings' own names, to compare with on a reload. */
    values,
  } as const;
}

function shapeS3(values: Values) {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  if (!bucket || !accessKeyId || !secretAccessKey) return undefined;
  return { endpoint: values.S3_ENDPOINT, region: values.S3_REGION, bucket, accessKeyId, secretAccessKey };
}

const builtWebDir = join(import.meta.dirname, "../../web/dist");

/** The command line's own variables: whoever exports them starts servers, too. */
const clientVariables = ["ALTHING_URL", "ALTHING_TOKEN", "ALTHING_PASSWORD", "ALTHING_SESSION_FILE"];

export type ConfigSources = {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly argv?: readonly string[];
  readonly cwd?: string;
};

/** Throws a `StartupFault` that lists everything wrong, not only the first. */
export function readConfig({
  env: whole = process.env,
  argv = process.argv.slice(2),
  cwd = process.cwd(),
}: ConfigSources = {}): Config {
  const env = Object.fromEntries(Object.entries(whole).filter(([name]) => !clientVariables.includes(name)));
  const place = s.loadSettings(settingDefinitions, { env, flags: argv });
  const { file, problems: missing } = openSettingsFile(place.values, cwd);
  const { values, given, problems } = s.loadSettings(settingDefinitions, { file, env, flags: argv });
  const all = [...missing, ...problems, ...contradictions(values, given)];
  if (all.length > 0) throw new StartupFault("settings_invalid", ["The settings are not valid:", ...all].join("\n- "));
  return shapeConfig(values, cwd);
}

function openSettingsFile(values: Values, cwd: string): { file?: SettingsFile; problems: string[] } {
  const named = values.ALTHING_CONFIG;
  const path = resolve(cwd, named ?? join(values.ALTHING_DATA_DIR, "althing.config.json"));
  if (existsSync(path)) return { file: { path, content: readFileSync(path, "utf8") }, problems: [] };
  return { problems: named ? [`ALTHING_CONFIG names the file ${path}, which does not exist.`] : [] };
}

/** What is wrong only together. */
function contradictions(values: Values, given: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const isProduction = values.ALTHING_ENV === "production";
  if (isProduction && values.ALTHING_RATE_LIMITS === "off") {
    problems.push("ALTHING_RATE_LIMITS cannot be `off` where ALTHING_ENV is `production`.");
  }
  const keys = ["ALTHING_MASTER_KEY", "ALTHING_MASTER_KEY_FILE"].filter((key) => given.has(key));
  if (keys.length === 2) problems.push(`${keys.join(" and ")} are both set: keep the one that has the keys.`);
  if (isProduction && keys.length === 0) {
    const because = "where ALTHING_ENV is `production`, or ALTHING_MASTER_KEY_FILE instead";
    problems.push(`ALTHING_MASTER_KEY is missing: it is required ${because}; expected ${strongKeys.description}.`);
  }
  const s3 = ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"];
  const absent = s3.filter((key) => !given.has(key));
  if (absent.length > 0 && absent.length < s3.length) {
    problems.push(`${absent.join(" and ")} is missing: ${s3.join(", ")} are set together.`);
  }
  return problems;
}

/** Takes over what may change while running, and names the changed settings that wait for a restart. */
export function reloadConfig(previous: Config, sources: ConfigSources = {}): { config: Config; needRestart: string[] } {
  const next = readConfig(sources).values;
  const changed = settingDefinitions.filter(({ key }) => !isDeepStrictEqual(next[key], previous.values[key]));
  const [reloaded, waiting] = [changed.filter(isReloadable), changed.filter((setting) => !isReloadable(setting))];
  const values = { ...previous.values, ...Object.fromEntries(reloaded.map(({ key }) => [key, next[key]])) };
  const config = shapeConfig(values, sources.cwd ?? process.cwd());
  return { config, needRestart: waiting.map(({ key }) => key) };
}

const isReloadable = (setting: s.Setting) => setting.reloadable === true;
