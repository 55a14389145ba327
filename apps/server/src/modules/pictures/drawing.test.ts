/** Whatever is sent: a picture is drawn anew, and anything else is refused in words. */
import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import sharp from "sharp";
import { Failure } from "../../kernel/failure.ts";
import { drawPicture, type Frame } from "./drawing.ts";
import { animated, photograph, plain, text } from "./test/samples.ts";

const square: Frame = { limitBytes: 262_144, sizePx: 256, fit: "square", animated: false };
const whole: Frame = { limitBytes: 262_144, sizePx: 128, fit: "whole", animated: true };

const look = async (base64: string, frame: Frame) => {
  const { hash, bytes, animated: moves } = await drawPicture(base64, frame);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const { format, width, height, pages = 1, exif, icc } = await sharp(bytes).metadata();
  expect({ format, exif, icc }).toEqual({ format: "webp", exif: undefined, icc: undefined });
  return { width, height, pages, moves };
};
const refusal = (base64: string, frame = whole): Promise<string> =>
  drawPicture(base64, frame).then(
    () => "drawn",
    (error: unknown) => (error instanceof Failure ? error.def.code : Promise.reject(error)),
  );

describe("a picture", () => {
  test.each(["png", "jpeg", "webp", "gif"] as const)("in %s becomes small", async (format) => {
    expect(await look(await plain(format), square)).toEqual({ width: 256, height: 256, pages: 1, moves: false });
    expect(await look(await plain(format), whole)).toEqual({ width: 128, height: 128, pages: 1, moves: false });
  });

  test("that is shown whole is never enlarged; as a square it fills the square", async () => {
    expect(await look(await plain("png", 20), whole)).toMatchObject({ width: 20, height: 20 });
    expect(await look(await plain("png", 20), square)).toMatchObject({ width: 256, height: 256 });
  });

  test.each(["gif", "webp"] as const)("that moves in %s goes on moving, but not as an avatar", async (format) => {
    const moving = await animated(format, 4);
    expect(await look(moving, whole)).toEqual({ width: 64, height: 128, pages: 4, moves: true });
    expect(await look(moving, square)).toEqual({ width: 256, height: 256, pages: 1, moves: false });
  });

  test("stands upright and tells nothing of where it was taken", async () => {
    const sideways = await photograph();
    expect(Buffer.from(sideways, "base64").toString("latin1")).toContain("Ana Secret");
    expect(await look(sideways, whole)).toMatchObject({ width: 64, height: 128 });
  });

  test("is the same each time, and one of another color another", async () => {
    const [one, again, other] = await Promise.all(
      ["#ff0000", "#ff0000", "#0000ff"].map(async (color) => drawPicture(await plain("png", 30, color), whole)),
    );
    expect(again?.hash).toBe(one?.hash as string);
    expect(other?.hash).not.toBe(one?.hash as string);
  });
});

describe("what is no picture", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  test.each([
    ["nothing", ""],
    ["no base64", "%%%"],
    ["SVG", text(svg)],
    ["SVG after a declaration", text(`<?xml version="1.0"?>${svg}`)],
    ["HTML", text("<!doctype html><script>alert(1)</script>")],
    ["HTML that begins as a GIF", text("GIF89a/*<html><script>alert(1)</script>*/=0;")],
    ["SVG that begins as a PNG", text(`\x89PNG\r\n\x1a\n${svg}`)],
    ["PDF", text("%PDF-1.7\n1 0 obj\n<<>>\nendobj")],
    ["a bitmap", `Qk1${"A".repeat(200)}`],
    ["a file's name", text("/etc/passwd")],
  ])("%s is refused", async (_, base64) => {
    expect(await refusal(base64)).toBe("picture_unreadable");
  });

  test("a picture that breaks off is refused", async () => {
    const [png, jpeg] = await Promise.all([plain("png"), plain("jpeg")]);
    for (const given of [png, jpeg]) expect(await refusal(given.slice(0, given.length / 2))).toBe("picture_unreadable");
  });

  test("what hangs on behind a picture is gone", async () => {
    const polyglot = Buffer.concat([Buffer.from(await plain("png"), "base64"), Buffer.from(svg)]).toString("base64");
    const { bytes } = await drawPicture(polyglot, whole);
    expect(bytes.toString("latin1")).not.toContain("script");
  });

  test("any bytes behind any beginning are drawn or refused", async () => {
    const beginnings = ["", "GIF89a", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff\xe0", "RIFF\x10\x00\x00\x00WEBPVP8 "];
    const property = fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.uint8Array({ maxLength: 300 }),
      async (beginning, rest) => {
        const given = Buffer.concat([Buffer.from(beginning, "latin1"), rest]).toString("base64");
        expect(["drawn", "picture_unreadable", "picture_too_large"]).toContain(await refusal(given));
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });
});

describe("what is too large", () => {
  test("in bytes", async () => {
    expect(await refusal(await plain("png"), { ...whole, limitBytes: 100 })).toBe("picture_too_large");
  });

  test("in pixels, however few bytes they take", async () => {
    const bomb = await plain("png", 5_000);
    expect(bomb.length).toBeLessThan(262_144);
    expect(await refusal(bomb)).toBe("picture_too_large");
    expect(await refusal(bomb, square)).toBe("picture_too_large");
  });

  test("in pixels that it only claims to have", async () => {
    const png = Buffer.from(await plain("png"), "base64");
    png.writeUInt32BE(1_000_000, 16);
    png.writeUInt32BE(1_000_000, 20);
    expect(["picture_too_large", "picture_unreadable"]).toContain(await refusal(png.toString("base64")));
  });

  test("in frames", async () => {
    expect(await refusal(await animated("gif", 120, 300))).toBe("picture_too_large");
  });
});
