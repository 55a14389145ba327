// Looks at the installation and says what is well and what is not, one line each.
import { createConnection } from "node:net";
import { type Config, readConfig } from "../config.ts";
import { migrations } from "../migrations.ts";
import { type Database, migrationStates, settingsOf } from "../platform/database/index.ts";
import { freeBytesOf, probeFolder } from "../platform/disk/index.ts";
import { findSettledKeyId, readKeyRing } from "../platform/secrets/index.ts";
import { say, splitFlags, type Verb, withDatabase } from "./verb.ts";

type Finding = { ok: boolean; what: string; advice?: string };

/** Settings of PostgreSQL without which a crash loses what was acknowledged. */
const settingsThatKeep = ["fsync", "full_page_writes", "synchronous_commit"];
const leastBytes = 1024 ** 3;

export const doctor: Verb = {
  name: "doctor",
  summary: "Check the installation: settings, folder, database, migrations, secrets, mail, disk",
  usage: "althing doctor",
  async run(argv) {
    const { flags } = splitFlags(argv);
    const config = readConfig({ argv: flags });
    const findings = [
      { ok: true, what: "The settings are valid." },
      await folder(config),
      await disk(config),
      await mail(config),
    ];
    findings.push(
      ...(await withDatabase(flags, ({ database }) => checkDatabase(database, config)).catch((error: unknown) => [
        {
          ok: false,
          what: `The database does not answer: ${textOf(error)}`,
          advice: "Is it running, and is DATABASE_URL right?",
        },
      ])),
      await secrets(config),
    );
    for (const { ok, what, advice } of findings) {
      say(`${ok ? "✓" : "✗"} ${what}`);
      if (!ok && advice) say(`  ${advice}`);
    }
    const wrong = findings.filter(({ ok }) => !ok).length;
    say(wrong === 0 ? "\nAll is well." : `\n${wrong} of ${findings.length} checks need attention.`);
    return wrong === 0 ? 0 : 1;
  },
};

async function folder({ dataDir }: Config): Promise<Finding> {
  const ok = await probeFolder(dataDir).then(
    () => true,
    () => false,
  );
  return {
    ok,
    what: `The data folder ${dataDir} ${ok ? "can" : "cannot"} be read and written.`,
    advice: "Check its owner and mode.",
  };
}

async function disk({ dataDir }: Config): Promise<Finding> {
  try {
    const freeBytes = await freeBytesOf(dataDir);
    return {
      ok: freeBytes >= leastBytes,
      what: `${(freeBytes / 1024 ** 3).toFixed(1)} GiB are free on its disk.`,
      advice: "Free some space: at least 1 GiB.",
    };
  } catch (error) {
    return { ok: false, what: `The disk of the data folder cannot be asked: ${textOf(error)}` };
  }
}

async function checkDatabase(database: Database, config: Config): Promise<Finding[]> {
  const values = await database.query((session) => settingsOf(session, [...settingsThatKeep, "server_version_num"]));
  const version = Math.floor(Number(values.get("server_version_num")) / 10_000);
  const states = await migrationStates(database, migrations);
  const missing = states.filter(({ appliedAt }) => !appliedAt).length;
  const lossy = settingsThatKeep.filter((name) => values.get(name) === "off");
  return [
    { ok: version >= 18, what: `PostgreSQL ${version} answers.`, advice: "Althing needs PostgreSQL 18 or later." },
    {
      ok: lossy.length === 0,
      what:
        lossy.length === 0
          ? "It keeps what it acknowledges."
          : `It may lose what it acknowledged: ${lossy.join(", ")} is off.`,
      advice: "Turn these settings on again.",
    },
    {
      ok: missing === 0,
      what: `${states.length - missing} of ${states.length} migrations are applied.`,
      advice: "Run `althing migrate`.",
    },
    ...(missing === 0 ? [await keys(database, config)] : []),
  ];
}

async function secrets(config: Config): Promise<Finding> {
  try {
    await readKeyRing(config);
    return { ok: true, what: "The keys are there and private." };
  } catch (error) {
    return { ok: false, what: textOf(error) };
  }
}

async function keys(database: Database, config: Config): Promise<Finding> {
  const settled = await findSettledKeyId(database);
  const held = await readKeyRing(config).then(
    ({ sealing }) => sealing.map(({ id }) => id),
    (): string[] => [],
  );
  const ok = settled === undefined || settled === held[0];
  return {
    ok,
    what: ok
      ? "The database's secrets are under the key that seals."
      : `The database's secrets are under the key ${settled}.`,
    advice: held.includes(settled ?? "")
      ? "A running server wraps them anew; see `althing keys list`."
      : "Restore this key after those that are set.",
  };
}

function mail({ mail: { smtpUrl, outboxDir } }: Config): Promise<Finding> {
  if (!smtpUrl)
    return Promise.resolve({ ok: true, what: `Mail is written into ${outboxDir}, as SMTP_URL is not set.` });
  const { hostname, port, protocol } = new URL(smtpUrl);
  const at = Number(port) || (protocol === "smtps:" ? 465 : 587);
  return new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port: at, timeout: 3_000 });
    const end = (ok: boolean) => {
      socket.destroy();
      resolve({
        ok,
        what: `The mail server ${hostname}:${at} ${ok ? "answers" : "does not answer"}.`,
        advice: "Check SMTP_URL and the network.",
      });
    };
    socket.once("connect", () => end(true));
    for (const event of ["error", "timeout"]) socket.once(event, () => end(false));
  });
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
