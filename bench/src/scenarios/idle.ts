// What a socket costs that only listens: memory of the server's process for each, against bare sockets of Bun.
import { startBareServer } from "../baselines/start-bare-server.ts";
import type { Follower } from "../load/follower.ts";
import { LeanSocket } from "../load/lean-socket.ts";
import type { Scenario } from "../result.ts";
import { residentBytes } from "../stage/stage.ts";
import { spreadOf } from "../statistics.ts";

const sockets = 2_000;
const first = 200;

export const idle: Scenario = {
  name: "idle",
  goals: { idle: { atMost: 15 } },
  async run(stage) {
    const roomId = await stage.room("Idle", stage.people.length);
    const followers: Follower[] = [];
    const ours = await bytesEach(stage.serverPid, async () => {
      const person = stage.person(followers.length);
      const feeds = [`room:${roomId}`, `account:${person.id}`, `workspace:${stage.harbour.workspaceId}`];
      followers.push(await stage.follow(person, { feeds: feeds.map((feed) => ({ feed })) }));
    });
    for (const follower of followers) follower.close();
    const bare = await startBareServer();
    const listeners: LeanSocket[] = [];
    const baseline = await bytesEach(bare.pid, async () => {
      listeners.push(await LeanSocket.connect({ url: bare.url, onFrame: () => undefined }));
    });
    for (const listener of listeners) listener.close();
    bare.stop();
    return [
      {
        name: "idle",
        unit: "KB/socket",
        ours: spreadOf([ours / 1_024]),
        baseline: { name: "bare Bun socket", ...spreadOf([baseline / 1_024]) },
        note: `resident memory for each of ${sockets} sockets that are signed in and follow three feeds`,
      },
    ];
  },
};

/** The first sockets warm the process up; what the others add is theirs. */
async function bytesEach(pid: number, connect: () => Promise<void>): Promise<number> {
  for (let count = 0; count < first; count++) await connect();
  const before = await settledBytes(pid);
  for (let count = 0; count < sockets; count++) await connect();
  return ((await settledBytes(pid)) - before) / sockets;
}

/** Waits until the process has given back what it needed for a moment only. */
async function settledBytes(pid: number): Promise<number> {
  let lowest = await residentBytes(pid);
  for (let calm = 0; calm < 4; ) {
    await Bun.sleep(1_000);
    const now = await residentBytes(pid);
    calm = now < lowest * 0.995 ? 0 : calm + 1;
    lowest = Math.min(lowest, now);
  }
  return lowest;
}
