/** Runs PostgreSQL as a child process and tells when it is ready and when it has ended. */
import type { Binaries } from "./binaries.ts";
import { databaseNotStarted, diskFull, noBinaries } from "./faults.ts";
import { type Log, logLines } from "./log-lines.ts";
import { stopOldPostmaster } from "./old-postmaster.ts";
import type { Owner } from "./owner.ts";
import { type ServerSettings, toArguments } from "./server-settings.ts";

export type StopMode = "fast" | "immediate";
export type Exit = { code: number | null; signal: NodeJS.Signals | number | null };

export type Postmaster = {
  pid: number;
  /** Resolves when PostgreSQL has ended. Fast waits for a checkpoint; immediate leaves recovery to the next start. */
  stop(mode?: StopMode): Promise<void>;
  /** Calls the listener when PostgreSQL ends without having been asked to. */
  onExit(listener: (exit: Exit) => void): void;
};

type Launch = { binaries: Binaries; dataFolder: string; owner: Owner | undefined; settings: ServerSettings; log: Log };

const OLD_PROCESSES_LIMIT_MS = 10_000;
const FAST_STOP_LIMIT_MS = 20_000;

/** Processes of a postmaster that was killed need a moment to notice; until then the files are not free. */
export async function startPostmaster(launch: Launch): Promise<Postmaster> {
  for (const end = performance.now() + OLD_PROCESSES_LIMIT_MS; ; await Bun.sleep(50)) {
    await stopOldPostmaster(launch.dataFolder, launch.log);
    const attempt = await tryStart(launch);
    if ("postmaster" in attempt) return attempt.postmaster;
    const { reason } = attempt;
    if (reason.includes("No space left on device")) throw diskFull(launch.dataFolder);
    const isHeld = reason.includes("is still in use") || reason.includes("already exists");
    if (!isHeld || performance.now() > end) throw databaseNotStarted(reason);
  }
}

async function tryStart(launch: Launch): Promise<{ postmaster: Postmaster } | { reason: string }> {
  const child = spawn(launch);
  const listeners: ((exit: Exit) => void)[] = [];
  const { promise: ready, resolve: becomeReady } = Promise.withResolvers<true>();
  let reason = "it ended without a word";
  let isStopping = false;

  const output = logLines(child.stderr, launch.log, (line) => {
    if (line.includes("database system is ready to accept connections")) becomeReady(true);
    if (/^(FATAL|PANIC):/.test(line)) reason = line;
  });
  const stopWithProcess = () => child.kill("SIGINT");
  process.on("exit", stopWithProcess);
  const ended = child.exited.then(() => {
    process.off("exit", stopWithProcess);
    if (!isStopping) for (const listener of listeners) listener({ code: child.exitCode, signal: child.signalCode });
    return false;
  });

  if (!(await Promise.race([ready, ended]))) {
    await output;
    return { reason };
  }
  return {
    postmaster: {
      pid: child.pid,
      onExit: (listener) => void listeners.push(listener),
      async stop(mode = "fast") {
        isStopping = true;
        child.kill(mode === "fast" ? "SIGINT" : "SIGQUIT");
        const hurry = setTimeout(() => child.kill("SIGQUIT"), FAST_STOP_LIMIT_MS);
        await ended;
        clearTimeout(hurry);
      },
    },
  };
}

function spawn({ binaries, dataFolder, owner, settings }: Launch) {
  try {
    return Bun.spawn([binaries.postgres, "-D", dataFolder, ...toArguments(settings)], {
      cwd: dataFolder,
      env: {},
      stdin: "ignore",
      stdout: "ignore",
      stderr: "pipe",
      // Away from the terminal: its Ctrl-C is for Althing, which stops PostgreSQL when its own work is done.
      detached: true,
      ...owner,
    });
  } catch (error) {
    throw noBinaries(`${binaries.postgres} does not run on this machine (${error})`);
  }
}
