// From starting the program to being ready: once on an empty folder, and then on the same one.
import { freePort, spawnServer, temporaryDataDir } from "@althing/testkit";
import type { Scenario } from "../result.ts";
import { spreadOf } from "../statistics.ts";

const times = 5;
const settings = { ALTHING_ENV: "development" };

export const coldStart: Scenario = {
  name: "cold-start",
  goals: { "cold-start": { atMost: 1_500 }, "first start": { atMost: 6_000 } },
  async run() {
    const { dataDir, remove } = temporaryDataDir();
    const start = async () => {
      const server = await spawnServer({ dataDir, port: freePort(), settings });
      await server.stop();
      return server.readyMs;
    };
    const firstStart = await start();
    const later: number[] = [];
    while (later.length < times) later.push(await start());
    remove();
    return [
      { name: "cold-start", unit: "ms", ours: spreadOf(later), note: "to ready, on a folder that was used before" },
      { name: "first start", unit: "ms", ours: spreadOf([firstStart]), note: "on an empty folder" },
    ];
  },
};
