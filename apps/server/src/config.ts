/** The settings of an installation: what may be set, and the typed configuration they make. Only here is the environment read. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parseAllowedHost } from "./platform/egress/allowed-hosts.ts";
import { parseMasterKeys } from "./platform/secrets/master-key.ts";
import * as s from "./platform/settings/index.ts";
import { defineSetting, type SettingsFile, type ValuesOf } from "./platform/settings/index.ts";
import { StartupFault } from "./platform/startup-fault.ts";

export { renderSettings } from "./platform/settings/index.ts";

const strongKeys = s.text
  .refine((text) => parseMasterKeys(text.split(",")) !== undefined)
  .describe("32 random bytes or more in base64 or hex, as `openssl rand -base64 32` prints; commas between several");

const allowedHost = s.text
  .refine((text) => parseAllowedHost(text) !== undefined)
  .describe("a host such as `ollama.internal`, `localhost:11434`, `10.0.0.0/8` or `[::1]:8080`");

export const settingDefinitions = [
  defineSetting({
    key: "ALTHING_ENV",
    schema: s.choice("development", "test", "production"),
    default: "development",
    description: "What the installation is for; production refuses what is convenient but unsafe.",
  }),
  defineSetting({
    key: "ALTHING_CONFIG",
    schema: s.path,
    description: "A JSON file of settings by their names, instead of `althing.config.json` in the data directory.",
  }),
  defineSetting({
    key: "ALTHING_DATA_DIR",
    schema: s.path,
    default: ".althing",
    description: "Where the embedded database, files, mail and secrets are kept.",
  }),
  defineSetting({
    key: "ALTHING_WEB_DIR",
    schema: s.path,
    example: "/opt/althing/web",
    description: "Where the built web app is; `apps/web/dist` of this checkout unless told.",
  }),
  defineSetting({
    key: "ALTHING_MASTER_KEY",
    schema: strongKeys,
    secret: true,
    reloadable: true,
    description:
      "Seals what is secret in the database. Several keys are given newest first: the first seals, all open. Required in production, here or in a file; else one is made and kept in the data directory, which servers that share a database must share too.",
  }),
  defineSetting({
    key: "ALTHING_MASTER_KEY_FILE",
    schema: s.path,
    reloadable: true,
    example: "/run/secrets/althing-keys",
    description:
      "A file of master keys instead of `ALTHING_MASTER_KEY`: one a line, the newest first. Nobody else may read it (mode 0600 or 0400).",
  }),
  defineSetting({
    key: "PORT",
    schema: s.integer(0, 65_535),
    default: "3000",
    description: "The port to listen on; 0 takes a free one.",
  }),
  defineSetting({ key: "HOST", schema: s.text, default: "127.0.0.1", description: "The address to listen on." }),
  defineSetting({
    key: "ALTHING_PUBLIC_URL",
    schema: s.url("http", "https"),
    example: "https://chat.example.org",
    description: "The address people use, for links and cookies; where it listens, unless told.",
  }),
  defineSetting({
    key: "ALTHING_TRUSTED_PROXIES",
    schema: s.listOf(s.cidr),
    default: "",
    reloadable: true,
    example: "10.0.0.0/8,fd00::/8",
    description: "Proxies whose `X-Forwarded-For` is believed.",
  }),
  defineSetting({
    key: "ALTHING_CORS_ORIGINS",
    schema: s.listOf(s.origin),
    default: "",
    reloadable: true,
    description: "Other sites whose pages may call the API and open sockets.",
  }),
  defineSetting({
    key: "ALTHING_BODY_LIMIT_BYTES",
    schema: s.integer(1024, 1024 ** 3),
    default: String(1024 ** 2),
    reloadable: true,
    description: "The largest request body that is not an upload.",
  }),
  defineSetting({
    key: "ALTHING_EGRESS_ALLOWED_HOSTS",
    schema: s.listOf(allowedHost),
    default: "",
    reloadable: true,
    example: "localhost,ollama.internal:11434,10.0.0.0/8",
    description:
      "Hosts that this server may call although they are not on the public internet, for models, tools and webhooks.",
  }),
  defineSetting({
    key: "ALTHING_MODEL_FIRST_TOKEN_SECONDS",
    schema: s.integer(1, 3600),
    default: "30",
    reloadable: true,
    description: "How long a language model may think before it begins to answer.",
  }),
  defineSetting({
    key: "ALTHING_MODEL_ANSWER_SECONDS",
    schema: s.integer(1, 86_400),
    default: "600",
    reloadable: true,
    description: "How long one answer of a language model may take.",
  }),
  defineSetting({
    key: "ALTHING_MODEL_STREAMS_PER_KEY",
    schema: s.integer(1, 10_000),
    default: "200",
    reloadable: true,
    description: "How many answers may be written at once with one key of a provider.",
  }),
  defineSetting({
    key: "DATABASE_URL",
    schema: s.url("postgres", "postgresql"),
    secret: true,
    example: "postgres://althing@db.internal/althing",
    description: "An external PostgreSQL; without it one is run in the data directory.",
  }),
  defineSetting({
    key: "DATABASE_REPLICA_URLS",
    schema: s.listOf(s.url("postgres", "postgresql")),
    default: "",
    secret: true,
    description: "Replicas that queries may read from.",
  }),
  defineSetting({
    key: "ALTHING_DATABASE_POOL",
    schema: s.integer(2, 500),
    default: "10",
    description: "The most connections to the database that one server holds.",
  }),
  defineSetting({
    key: "REDIS_URL",
    schema: s.url("redis", "rediss"),
    secret: true,
    description: "Redis or Valkey shared by several servers; one server needs none.",
  }),
  defineSetting({
    key: "S3_ENDPOINT",
    schema: s.url("http", "https"),
    description: "The S3-compatible service that keeps files; Amazon's unless told.",
  }),
  defineSetting({ key: "S3_REGION", schema: s.text, default: "us-east-1", description: "The region of the bucket." }),
  defineSetting({
    key: "S3_BUCKET",
    schema: s.text,
    description: "The bucket for files; without it they are kept in the data directory.",
  }),
  defineSetting({ key: "S3_ACCESS_KEY_ID", schema: s.text, secret: true, description: "Who writes to the bucket." }),
  defineSetting({ key: "S3_SECRET_ACCESS_KEY", schema: s.text, secret: true, description: "The key that proves it." }),
  defineSetting({
    key: "SMTP_URL",
    schema: s.url("smtp", "smtps"),
    secret: true,
    example: "smtps://user:password@mail.example.org",
    description: "The server that sends mail; without it mail is written into files in the data directory.",
  }),
  defineSetting({
    key: "ALTHING_MAIL_FROM",
    schema: s.mailbox,
    default: "Althing <althing@localhost>",
    description: "Whom mail comes from.",
  }),
  defineSetting({
    key: "ALTHING_LOG_LEVEL",
    schema: s.choice("trace", "debug", "info", "warn", "error", "fatal", "silent"),
    default: "info",
    reloadable: true,
    description: "The least important lines that are logged.",
  }),
  defineSetting({
    key: "ALTHING_RATE_LIMITS",
    schema: s.choice("on", "off"),
    default: "on",
    reloadable: true,
    description: "Whether callers are slowed down; `off` is refused in production.",
  }),
  defineSetting({
    key: "ALTHING_SIGNUP",
    schema: s.choice("invite", "open", "closed"),
    default: "invite",
    reloadable: true,
    description: "Who may register; the first account always may.",
  }),
  defineSetting({
    key: "ALTHING_SOCKETS_PER_ACCOUNT",
    schema: s.integer(1, 1000),
    default: "10",
    reloadable: true,
    description: "How many sockets one account may hold open.",
  }),
  defineSetting({
    key: "ALTHING_EVENT_RETENTION_DAYS",
    schema: s.integer(1, 3650),
    default: "30",
    reloadable: true,
    description: "How long events are kept for clients to resume from.",
  }),
  defineSetting({
    key: "ALTHING_JOBS_CONCURRENCY",
    schema: s.integer(1, 100),
    default: "4",
    description: "How many jobs one server runs at the same time.",
  }),
  defineSetting({
    key: "ALTHING_TOOLS_FILE",
    schema: s.path,
    example: "/etc/althing/tools.json",
    description:
      "A JSON file of servers of the Model Context Protocol to run beside this one, for workspaces to connect.",
  }),
] as const;

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
    files: { dir: join(dataDir, "files"), s3: shapeS3(values) },
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
