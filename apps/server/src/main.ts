// The program: reads the settings, starts the server, prints where to go, and stops in order when told to.
import { readConfig, reloadConfig } from "./config.ts";
import { StartupFault } from "./platform/startup-fault.ts";
import { createLog } from "./platform/telemetry/index.ts";
import { startServer } from "./server.ts";
import { runVerb } from "./verbs/index.ts";

const hardLimitMs = 25_000;

async function main(): Promise<void> {
  const [verb = "start", ...argv] = process.argv.slice(2);
  if (verb !== "start") {
    process.exitCode = await runVerb(verb, argv);
    return;
  }
  await start(argv);
}

async function start(argv: string[]): Promise<void> {
  const startedAt = performance.now();
  let config = readConfig({ argv });
  const log = createLog({ level: config.log.level });
  const server = await startServer({ config, log });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const greeting = [`Althing is ready at ${server.url} (in ${seconds} s).`, ...(await server.kernel.greeting())];
  process.stdout.write(`\n${greeting.map((line) => `  ${line}\n`).join("")}\n`);

  let stopping = false;
  async function stop(code: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(code || 1), hardLimitMs).unref();
    await server.stop().catch((error: unknown) => log.error({ err: error }, "Stopping failed"));
    process.exit(code);
  }
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));
  async function reload(): Promise<void> {
    try {
      const { config: next, needRestart } = reloadConfig(config, { argv });
      await server.reconfigure(next);
      config = next;
      log.info({ needRestart }, "Settings were read again");
    } catch (error) {
      log.error({ err: error }, "Settings or keys are not as they must be; the server goes on with those that it has");
    }
  }
  let reloaded = Promise.resolve();
  process.on("SIGHUP", () => {
    reloaded = reloaded.then(reload);
  });
  // After an error that nobody caught, nothing can be trusted any more: drain and leave.
  for (const kind of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(kind, (error: unknown) => {
      log.fatal({ err: error }, "An error that nobody caught");
      void stop(1);
    });
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartupFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(error.exitCode);
}
