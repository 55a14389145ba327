import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { pictures, workspaces } from "@althing/contract";
import { animated, fetchPicture, plain, text } from "../../pictures/test/samples.ts";
import { type Harbour, type Person, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
let red: string;
let blue: string;
beforeAll(async () => {
  harbour = await startHarbour();
  red = await plain("png", 40, "#ff0000");
  blue = await plain("png", 40, "#0000ff");
});
afterAll(() => harbour.server.dispose());

const add = (who: Person, name: string, picture: string, workspaceId: string = harbour.workspaceId) =>
  who.workspaces.addEmoji({ workspaceId, name, picture });
const remove = (who: Person, name: string) => who.workspaces.removeEmoji({ workspaceId: harbour.workspaceId, name });
const namesSeenBy = async (who: Person, workspaceId: string = harbour.workspaceId) =>
  (await who.workspaces.listEmoji({ workspaceId })).map(({ name }) => name);

describe("an emoji of the workspace's own", () => {
  test("is added by Ben and seen by all, in the order of names", async () => {
    const { ana, ben, gus, converging } = harbour;
    const sailor = await converging([ana, ben, gus], () => add(ben, "zz_sailor", red));
    expect(sailor).toMatchObject({ name: "zz_sailor", animated: false, createdBy: ben.id });
    await converging([ana, ben, gus], async () => add(ana, "deck-dance", await animated("gif", 3)));
    expect(await gus.workspaces.listEmoji({ workspaceId: harbour.workspaceId })).toEqual([
      expect.objectContaining({ name: "deck-dance", animated: true, createdBy: ana.id }),
      sailor,
    ]);
    const { seen } = await fetchPicture(harbour.server.url, sailor.url);
    expect(seen).toMatchObject({ format: "webp", width: 40, height: 40 });
    const dance = (await ben.workspaces.listEmoji({ workspaceId: harbour.workspaceId }))[0]?.url ?? "";
    expect((await fetchPicture(harbour.server.url, dance)).seen).toMatchObject({ format: "webp", pages: 3 });
  });

  test("is the same when it is added again, and another picture needs another name", async () => {
    const { ana, ben } = harbour;
    const first = await add(ben, "twice", red);
    const events = (await harbour.eventsOf()).length;
    expect(await add(ana, "twice", red)).toEqual(first);
    expect(await refusal(add(ana, "twice", blue))).toBe("emoji_name_taken");
    expect((await add(ana, "second", red)).url).toBe(first.url);
    expect((await harbour.eventsOf()).length).toBe(events + 1);
  });

  test("of two who take a name at once, one gets it", async () => {
    const { ana, ben } = harbour;
    const answers = await Promise.all([refusal(add(ana, "contested", red)), refusal(add(ben, "contested", blue))]);
    expect(answers.toSorted()).toEqual(["emoji_name_taken", "granted"]);
  });

  test.each(["smile", "+1", "tada", "thumbsup_tone3"])("cannot be called as Unicode's :%s:", async (name) => {
    expect(await refusal(add(harbour.ana, name, red))).toBe("emoji_name_taken");
  });

  test.each(["a", "Party", "two words", ":colon:", "x".repeat(33), "é!", "<b>"])(
    "cannot be called %j",
    async (name) => {
      expect(await refusal(add(harbour.ana, name, red))).toBe("validation_failed");
    },
  );

  test("is removed with all it carried in the event, and its name is free", async () => {
    const { ana, ben, gus, converging } = harbour;
    const emoji = await add(ana, "short-lived", red);
    await converging([ana, ben, gus], () => remove(ben, "short-lived"));
    const last = (await harbour.eventsOf()).at(-1);
    expect(last).toMatchObject({ type: "workspaces.emoji_removed", data: { emoji } });
    expect(await refusal(remove(ana, "short-lived"))).toBe("emoji_not_found");
    expect((await add(ben, "short-lived", blue)).url).not.toBe(emoji.url);
  });
});

test("a guest sees them and may change nothing; for Eve there is nothing, and hers stay hers", async () => {
  const { ana, gus, eve, elsewhere, workspaceId, converging } = harbour;
  await add(ana, "ours", red);
  expect(await namesSeenBy(gus)).toContain("ours");
  expect(await refusal(add(gus, "guests", red))).toBe("forbidden");
  expect(await refusal(remove(gus, "ours"))).toBe("forbidden");
  for (const attempt of [() => add(eve, "eves", red), () => remove(eve, "ours"), () => namesSeenBy(eve)]) {
    expect(await refusal(attempt())).toBe("workspace_not_found");
  }
  await converging([ana], () => add(eve, "ours", blue, elsewhere));
  expect(await namesSeenBy(eve, elsewhere)).toEqual(["ours"]);
  const [hers] = await eve.workspaces.listEmoji({ workspaceId: elsewhere });
  const ours = (await ana.workspaces.listEmoji({ workspaceId })).find(({ name }) => name === "ours");
  expect(ours?.url).not.toBe(hers?.url);
});

test("what is no picture, or too large a one, is refused in words", async () => {
  const { ana, eventsOf } = harbour;
  const events = (await eventsOf()).length;
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  for (const picture of ["%%%", text(svg), text(`GIF89a${svg}`), text("<!doctype html><script>alert(1)</script>")]) {
    expect(await refusal(add(ana, "hostile", picture))).toBe("picture_unreadable");
  }
  expect(await refusal(add(ana, "hostile", await plain("png", 5_000)))).toBe("picture_too_large");
  const limit = pictures.pictureLimits.emojiBytes;
  expect(await refusal(add(ana, "hostile", Buffer.alloc(limit + 1).toString("base64")))).toBe("picture_too_large");
  expect(await refusal(add(ana, "hostile", Buffer.alloc(limit * 2).toString("base64")))).toBe("payload_too_large");
  expect((await eventsOf()).length).toBe(events);
});

test("a workspace has only so many", async () => {
  const { ana, workspaceId, server } = harbour;
  const present = await namesSeenBy(ana);
  const missing = workspaces.emojiLimits.emojiPerWorkspace - present.length;
  await server.database.pool.query(
    `insert into workspace_emoji select $1, 'filler-' || n, repeat('0', 64), false, $2, now() from generate_series(1, $3::int) n`,
    [workspaceId, ana.id, missing],
  );
  expect(await refusal(add(ana, "one-more", red))).toBe("emoji_limit_reached");
  await remove(ana, "filler-1");
  expect(await refusal(add(ana, "one-more", red))).toBe("granted");
});
