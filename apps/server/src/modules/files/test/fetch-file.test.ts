/** Who gets a file, for how long, in what parts and with which headers. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { files, rooms } from "@althing/contract";
import { type Harbour, openHarbour, type Person, refusal, startServer, type TestServer } from "@althing/testkit";
import { v7 } from "uuid";
import { bytesIn, bytesOf, fetchAs, linkTo, send } from "./sending.ts";

let server: TestServer;
let harbour: Harbour;
let roomId: rooms.RoomId;
let laterMs = 0;
beforeAll(async () => {
  server = await startServer({ clock: () => new Date(Date.now() + laterMs) });
  harbour = await openHarbour(server.url);
  ({ id: roomId } = await harbour.channel("pier", [harbour.ben], "private"));
});
afterAll(() => server.dispose());

const content = "0123456789abcdefghij";
async function attached(name = "tides.txt", bytes = bytesOf(content)): Promise<files.File & { messageId: string }> {
  const { ana, workspaceId } = harbour;
  const file = await send(ana, workspaceId, name, bytes);
  const { id: messageId } = await ana.messages.sendMessage({ roomId, body: "", attachmentIds: [file.id] });
  return { ...file, messageId };
}
const statusOf = async (url: string): Promise<number> => (await fetch(url)).status;

describe("a file that a message holds", () => {
  test("is for who may read the message, whatever ids others know", async () => {
    const { ana, ben, cem, gus, eve } = harbour;
    const { id } = await attached();
    for (const person of [ana, ben]) expect(await person.files.getFile({ fileId: id })).toMatchObject({ id });
    for (const person of [cem, gus, eve]) {
      expect(await refusal(person.files.getFile({ fileId: id }))).toBe("file_not_found");
      expect(await linkTo(person, id)).toBeUndefined();
    }
    const { links } = await ben.files.linkFiles({ files: [{ id }, { id: v7() }, { id, variant: "preview" }] });
    expect(links.map((link) => [link.id, link.variant])).toEqual([[id, "original"]]);
  });

  test("is not for a guest whose room it is not in, and for one whose room it is", async () => {
    const { ana, gus, workspaceId, channel } = harbour;
    const { id: quay } = await channel("quay", [gus]);
    const file = await send(ana, workspaceId, "quay.txt", bytesOf("quay"));
    await ana.messages.sendMessage({ roomId: quay, body: "", attachmentIds: [file.id] });
    expect((await fetchAs(gus, file.id)).status).toBe(200);
    expect(await linkTo(gus, (await attached()).id)).toBeUndefined();
  });

  test("is gone for who left the room, and for all when the message is deleted, also by a link they have", async () => {
    const { ana, ben } = harbour;
    const { id: other } = await harbour.channel("brief", [ben], "private");
    const file = await send(ana, harbour.workspaceId, "brief.txt", bytesOf("brief"));
    const { id: messageId } = await ana.messages.sendMessage({ roomId: other, body: "", attachmentIds: [file.id] });
    const [anas, bens] = [(await linkTo(ana, file.id)) ?? "", (await linkTo(ben, file.id)) ?? ""];
    expect([await statusOf(anas), await statusOf(bens)]).toEqual([200, 200]);
    await ana.rooms.removeRoomMember({ roomId: other, accountId: ben.id });
    expect([await statusOf(anas), await statusOf(bens)]).toEqual([200, 404]);
    await ana.messages.deleteMessage({ roomId: other, messageId });
    expect(await statusOf(anas)).toBe(404);
    expect(await refusal(ana.files.getFile({ fileId: file.id }))).toBe("file_not_found");
  });
});

describe("a link", () => {
  test("is good for ten minutes", async () => {
    const { ana } = harbour;
    const { id } = await attached();
    const { links } = await ana.files.linkFiles({ files: [{ id }] });
    const [link] = links;
    const url = server.url + (link?.url ?? "");
    const leftMs = Date.parse(link?.expiresAt ?? "") - Date.now();
    expect(leftMs > 530_000 && leftMs <= 600_000).toBe(true);
    expect(await statusOf(url)).toBe(200);
    laterMs = 601_000;
    expect(await statusOf(url)).toBe(404);
    laterMs = 0;
  });

  test("ends with the session that asked for it", async () => {
    const { ana, arrive, workspaceId } = harbour;
    const dan = await arrive("Dan", "member", [roomId]);
    const { id } = await attached();
    const url = (await linkTo(dan, id)) ?? "";
    expect(await statusOf(url)).toBe(200);
    await dan.accounts.logoutAll();
    expect(await statusOf(url)).toBe(404);
    await ana.workspaces.removeMember({ workspaceId, accountId: dan.id });
  });

  test("that was changed in any part is none", async () => {
    const { ana, ben, cem } = harbour;
    const [one, other] = [await attached(), await attached()];
    const good = (await linkTo(ana, one.id)) ?? "";
    const query = new URL(good).searchParams;
    const [expires = "", session = "", signature = ""] = ["expires", "session", "signature"].map(
      (name) => query.get(name) ?? "",
    );
    const forged = [
      good.replace(one.id, other.id),
      good.replace("original", "preview"),
      good.replace(".original", ""),
      good.replace(ana.id, ben.id),
      good.replace(session, v7()),
      good.replace(expires, String(Number(expires) + 1)),
      good.replace(expires, "Infinity"),
      good.replace(signature, ""),
      good.replace(signature, `${signature}AA`),
      good.replace(`signature=${signature}`, ""),
      good.slice(0, good.indexOf("?")),
    ];
    expect(await statusOf(good)).toBe(200);
    for (const url of forged) expect([url, await statusOf(url)]).toEqual([url, 404]);
    expect(await linkTo(cem, one.id)).toBeUndefined();
  });

  test("is written into no log", async () => {
    const { ana } = harbour;
    const { id } = await attached();
    const url = new URL((await linkTo(ana, id)) ?? "");
    await fetch(url);
    await fetch(`${url}x`);
    const signature = url.searchParams.get("signature") ?? "none";
    expect(server.logLines.some((line) => line.includes(signature.slice(0, 20)))).toBe(false);
  });
});

describe("what is fetched", () => {
  const partOf = async (person: Person, id: string, range: string, more: Record<string, string> = {}) => {
    const response = await fetchAs(person, id, "original", { range, ...more });
    return [response.status, response.headers.get("content-range"), (await bytesIn(response)).toString()];
  };

  test("comes in the parts that are asked for", async () => {
    const { ana } = harbour;
    const { id } = await attached();
    expect(await partOf(ana, id, "bytes=0-3")).toEqual([206, "bytes 0-3/20", "0123"]);
    expect(await partOf(ana, id, "bytes=16-")).toEqual([206, "bytes 16-19/20", "ghij"]);
    expect(await partOf(ana, id, "bytes=-2")).toEqual([206, "bytes 18-19/20", "ij"]);
    expect(await partOf(ana, id, "bytes=18-500")).toEqual([206, "bytes 18-19/20", "ij"]);
    expect(await partOf(ana, id, "bytes=-500")).toEqual([206, "bytes 0-19/20", content]);
    expect(await partOf(ana, id, "bytes=20-")).toEqual([416, "bytes */20", ""]);
    for (const whole of ["bytes=0-1,4-5", "bytes=-", "bytes=5-2", "lines=1-2"]) {
      expect(await partOf(ana, id, whole)).toEqual([200, null, content]);
    }
    const stale = { "if-range": '"another"' };
    expect(await partOf(ana, id, "bytes=0-3", stale)).toEqual([200, null, content]);
  });

  test("is not sent again to who has it", async () => {
    const { ana } = harbour;
    const { id } = await attached();
    const first = await fetchAs(ana, id);
    const etag = first.headers.get("etag") ?? "";
    const again = await fetchAs(ana, id, "original", { "if-none-match": etag });
    expect([again.status, (await bytesIn(again)).byteLength]).toEqual([304, 0]);
  });

  test("cannot run in a page of ours, whatever it is called", async () => {
    const { ana } = harbour;
    const html = "<!doctype html><script>alert(1)</script>";
    const { id } = await attached('evil".html\u202etxt', bytesOf(html));
    const { headers } = await fetchAs(ana, id);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="evil_.htmltxt"; filename*=UTF-8''evil%22.htmltxt`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, max-age=600",
      "referrer-policy": "no-referrer",
      "accept-ranges": "bytes",
    });
  });
});
