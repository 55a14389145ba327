// A PostgreSQL for tests, in a temporary folder. Both are gone when the process is, however it ends.
import { chmodSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@althing/server/embedded";

/** Set by the test runner, so that all tests share one PostgreSQL: the address of its superuser. */
export const adminVariable = "ALTHING_TEST_POSTGRES";

type TestPostgres = {
  adminUrl: string;
  /** For other files of the tests: it is removed too, and every PostgreSQL in it is stopped. */
  scratchDir: string;
  stop(): Promise<void>;
};

/** Nothing in a test outlives the machine, so the tests' PostgreSQL need not wait for the disk. */
const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "althing-test-"));
  // PostgreSQL's user must pass through it where we are root.
  chmodSync(folder, 0o711);
  const scratchDir = join(folder, "scratch");
  mkdirSync(scratchDir);
  const caretaker = startCaretaker(folder);
  const { adminUrl } = await startEmbedded({ dataDir: join(folder, "data"), settings, log: () => undefined });
  return {
    adminUrl,
    scratchDir,
    async stop() {
      caretaker.stdin.end();
      await caretaker.exited;
    },
  };
}

/** Clears away when its input ends: when told to, and when this process is killed, since Bun's tests end without an exit event. */
function startCaretaker(folder: string) {
  const script = `
    cat
    find "$0" -name postmaster.pid -exec head -n 1 {} ';' | xargs kill -QUIT
    until rm -rf "$0"; do sleep 0.05; done`;
  const caretaker = Bun.spawn(["sh", "-c", script, folder], {
    stdio: ["pipe", "ignore", "ignore"],
    // Away from the terminal, whose Ctrl-C would end it before its work begins.
    detached: true,
  });
  caretaker.unref();
  return caretaker;
}
