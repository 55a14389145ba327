// Everything an operator may set, in the order of the reference.
import { parseAllowedHost } from "../platform/egress/index.ts";
import { parseMasterKeys } from "../platform/secrets/master-key.ts";
import * as s from "../platform/settings/index.ts";
import { defineSetting } from "../platform/settings/index.ts";

export const strongKeys = s.text
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
    key: "ALTHING_FILE_MAX_BYTES",
    schema: s.integer(1024, 16 * 1024 ** 3),
    default: String(100 * 1024 ** 2),
    reloadable: true,
    description: "The largest file that may be sent. A reverse proxy before this server must let as much through.",
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
    description: "The bucket for files. Not used yet: files are kept in the data directory.",
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
