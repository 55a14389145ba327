/** Whatever comes in: a picture is drawn anew, and what it is called or says it is makes no difference. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { type Blobs, createDiskBlobs } from "../../../platform/blobs/index.ts";
import { animated, photograph, plain } from "../../pictures/test/samples.ts";
import type { FileRow } from "../tables.ts";
import { keepContent, newKey } from "./keep.ts";

let folder: string;
let blobs: Blobs;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "althing-files-"));
  blobs = createDiskBlobs(folder);
});
afterAll(() => rm(folder, { recursive: true }));

async function keep(bytes: Uint8Array) {
  const content_key = newKey();
  await blobs.put(content_key, bytes);
  const kept = await keepContent(blobs, { content_key, size_bytes: bytes.byteLength } as FileRow);
  if (kept === "too large") return { kind: kept };
  const { kind, media_type: mediaType, width, height, size_bytes: sizeBytes } = kept;
  const out = Buffer.from(await blobs.read(kept.content_key).arrayBuffer());
  expect(out.byteLength).toBe(sizeBytes);
  const preview = kept.preview_key === null ? null : Buffer.from(await blobs.read(kept.preview_key).arrayBuffer());
  return { kind, mediaType, width, height, out, preview };
}
const decode = (base64: string): Buffer => Buffer.from(base64, "base64");
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

describe("a picture", () => {
  test("tells nothing of where it was taken, and stands upright", async () => {
    const given = decode(await photograph());
    expect(given.toString("latin1")).toContain("Ana Secret");
    const { out, preview, ...seen } = await keep(given);
    expect(seen).toEqual({ kind: "image", mediaType: "image/jpeg", width: 200, height: 400 });
    for (const drawn of [out, preview]) {
      expect(drawn?.toString("latin1")).not.toContain("Ana Secret");
      const { exif, icc, orientation, width, height } = await sharp(drawn as Buffer).metadata();
      expect({ exif, icc, orientation, width, height }).toEqual({
        exif: undefined,
        icc: undefined,
        orientation: undefined,
        width: 200,
        height: 400,
      });
    }
  });

  test.each(["png", "jpeg", "webp", "gif"] as const)(
    "in %s stays one, with a preview of at most 800",
    async (format) => {
      const { out, preview, ...seen } = await keep(decode(await plain(format, 1_000)));
      expect(seen).toEqual({ kind: "image", mediaType: `image/${format}`, width: 1_000, height: 1_000 });
      expect((await sharp(out as Buffer).metadata()).format).toBe(format);
      expect(await sharp(preview as Buffer).metadata()).toMatchObject({ format: "webp", width: 800, height: 800 });
    },
  );

  test.each(["gif", "webp"] as const)("that moves in %s goes on moving; its preview stands still", async (format) => {
    const { out, preview, ...seen } = await keep(decode(await animated(format, 4)));
    expect(seen).toEqual({ kind: "image", mediaType: `image/${format}`, width: 200, height: 400 });
    expect((await sharp(out as Buffer).metadata()).pages).toBe(4);
    expect((await sharp(preview as Buffer).metadata()).pages ?? 1).toBe(1);
  });

  test("loses what hangs on behind it", async () => {
    const polyglot = Buffer.concat([decode(await plain("png")), latin("<script>alert(1)</script>PK\x03\x04")]);
    const { kind, out } = await keep(polyglot);
    expect([kind, out?.toString("latin1").includes("script")]).toEqual(["image", false]);
  });

  test("of 41 megapixels is too large, however small the file is", async () => {
    const blank = { create: { width: 6_500, height: 6_400, channels: 3 as const, background: "#ffffff" } };
    expect(await keep(await sharp(blank).png().toBuffer())).toEqual({ kind: "too large" });
  });
});

describe("what lies about itself", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  test.each([
    ["HTML", "<!doctype html><script>alert(1)</script>", "text", "text/plain"],
    ["SVG", svg, "text", "text/plain"],
    ["XML", `<?xml version="1.0"?>${svg}`, "text", "text/plain"],
    ["a script", "#!/bin/sh\nrm -rf /\n", "text", "text/plain"],
    ["HTML that begins as a GIF", "GIF89a/*<html><script>alert(1)</script>*/=0;", "other", "application/octet-stream"],
    ["SVG that begins as a PNG", `\x89PNG\r\n\x1a\n${svg}`, "other", "application/octet-stream"],
    ["a JPEG that breaks off", "\xff\xd8\xff\xe0\x00\x10JFIF", "other", "application/octet-stream"],
    ["a PDF", "%PDF-1.7\n1 0 obj\n<<>>\nendobj", "pdf", "application/pdf"],
    ["a program", `MZ${"\0".repeat(200)}`, "other", "application/octet-stream"],
    ["bytes of no kind", "\x01\x02\x03", "other", "application/octet-stream"],
    ["text with a null", "one\0two", "other", "application/octet-stream"],
  ])("%s is what it is", async (_, content, kind, mediaType) => {
    const given = latin(content);
    const { out, preview, ...seen } = await keep(given);
    expect(seen).toEqual({ kind, mediaType, width: null, height: null } as never);
    expect([out?.equals(given), preview]).toEqual([true, null]);
  });

  test("any bytes behind any beginning are kept as something harmless", async () => {
    const beginnings = [
      "",
      "GIF89a",
      "\x89PNG\r\n\x1a\n",
      "\xff\xd8\xff\xe0",
      "RIFF\x10\x00\x00\x00WEBPVP8 ",
      "%PDF-",
      "ID3",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        async (head, tail) => {
          const { mediaType } = await keep(Buffer.concat([latin(head), tail]));
          expect(mediaType).not.toMatch(/html|svg|xml|script/);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("a voice note", () => {
  const ebml =
    "\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webmB\x87\x81\x04B\x85\x81\x02";
  const ftyp = "\0\0\0\x1cftypiso5\0\0\0\x01iso5hlsf";
  const handler = (kind: string) => `\0\0\0\x21hdlr\0\0\0\0\0\0\0\0${kind}\0\0\0\0\0\0\0\0\0\0\0\0\0`;
  test.each([
    ["WebM", `${ebml}\x86\x86A_OPUS`, "audio", "audio/webm"],
    ["WebM with pictures", `${ebml}\x86\x85V_VP8\x86\x86A_OPUS`, "video", "video/webm"],
    ["MP4", ftyp + handler("soun"), "audio", "audio/mp4"],
    ["MP4 with pictures", ftyp + handler("vide") + handler("soun"), "video", "video/mp4"],
  ])("in %s is told from a film", async (_, content, kind, mediaType) => {
    expect(await keep(latin(content + "\0".repeat(100)))).toMatchObject({ kind, mediaType } as never);
  });
});
