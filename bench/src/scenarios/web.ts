// Someone opens the web app on a device that has never seen it, and goes from room to room.
import { gzipSync } from "node:zlib";
import { openDevice, scriptsOf, timeClick, timeOpening } from "../load/browser.ts";
import { Chromium } from "../load/chromium.ts";
import type { Result, Scenario } from "../result.ts";
import type { Stage } from "../stage/stage.ts";
import { spreadOf } from "../statistics.ts";

const openings = 5;
const roomCount = 20;
/** As far down as a sidebar of this height shows, whatever rooms others have left there. */
const lastRow = `nav li[data-room]:nth-child(${roomCount})`;
const messagesInRoom = 60;

export const web: Scenario = {
  name: "web",
  goals: {
    "web: room list, cold": { atMost: 1_000 },
    "web: switch room": { atMost: 50 },
    "web: script": { atMost: 250 },
  },
  async run(stage) {
    const browser = await Chromium.launch();
    try {
      return await measure(stage, browser);
    } finally {
      await browser.close();
    }
  },
};

async function measure(stage: Stage, browser: Chromium): Promise<Result[]> {
  const { ana, workspaceId } = stage.harbour;
  const { slug } = await ana.workspaces.getWorkspace({ workspaceId });
  const rooms = await furnish(stage);
  const listed = (await ana.rooms.listRooms({ workspaceId })).length;
  const links = rooms.map(({ id }) => `nav a[href="/w/${slug}/r/${id}"]`);
  const opened: number[] = [];
  const sizes: number[] = [];
  const switched: number[] = [];
  while (opened.length < openings) {
    const device = await openDevice(browser, stage.url, ana);
    const { tab, ms } = await timeOpening(device, `${stage.url}/w/${slug}/r/${rooms[0]?.id}`, lastRow);
    opened.push(ms);
    if (opened.length === openings) {
      sizes.push(await gzippedKilobytes(stage.url, await scriptsOf(tab)));
      // What the app keeps for a start without a network has come then, and all rooms are there.
      await tab.waitFor("navigator.serviceWorker.ready.then(() => true)");
      const visit = (index: number) => timeClick(tab, links[index] ?? "", rooms[index]?.lastWord ?? "");
      // All are visited once before they are timed.
      for (const index of rooms.keys()) await visit(index);
      for (const index of rooms.keys()) switched.push(await visit(index));
    }
    await device.close();
  }
  return [
    {
      name: "web: room list, cold",
      unit: "ms",
      ours: spreadOf(opened),
      note: `from the navigation until ${roomCount} of ${listed} rooms, as many as there is room for, are on the screen; a new browser profile each time, on this machine`,
    },
    {
      name: "web: switch room",
      unit: "ms",
      ours: spreadOf(switched),
      note: `from the click to the frame with the newest message; ${roomCount} rooms in turn, all visited once before`,
    },
    {
      name: "web: script",
      unit: "KB",
      ours: spreadOf(sizes),
      note: "gzipped, all that is loaded until the frame with the rooms, beside a room with messages",
    },
  ];
}

/** Rooms with as many messages as fill a screen, each ending in words of its own. */
async function furnish(stage: Stage): Promise<{ id: string; lastWord: string }[]> {
  const { ana } = stage.harbour;
  return Promise.all(
    Array.from({ length: roomCount }, async (_, index) => {
      const roomId = await stage.room("web", 10);
      const lastWord = `The last word in room ${index}.`;
      for (let count = 1; count < messagesInRoom; count++) {
        await ana.messages.sendMessage({
          roomId,
          body: `Message ${count}: the tide turns at **six**, says the pilot.`,
        });
      }
      await ana.messages.sendMessage({ roomId, body: lastWord });
      return { id: roomId, lastWord };
    }),
  );
}

async function gzippedKilobytes(url: string, paths: readonly string[]): Promise<number> {
  const sizes = paths.map(async (path) => gzipSync(await (await fetch(url + path)).arrayBuffer(), { level: 9 }).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1_024;
}
