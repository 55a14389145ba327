import { describe, expect, test } from "bun:test";
import { contentOf, dispositionOf, servedType } from "./policy.ts";

const office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

describe("what was found in the bytes", () => {
  test.each([
    ["image/jpeg", "image", "image/jpeg"],
    ["image/apng", "image", "image/png"],
    ["image/heic", "other", "image/heic"],
    ["audio/ogg; codecs=opus", "audio", "audio/ogg"],
    ["audio/x-m4a", "audio", "audio/mp4"],
    ["video/quicktime", "video", "video/quicktime"],
    ["application/pdf", "pdf", "application/pdf"],
    ["application/zip", "other", "application/zip"],
    [office, "other", office],
    ["text/html", "other", "application/octet-stream"],
    ["application/xml", "other", "application/octet-stream"],
    ["application/xhtml+xml", "other", "application/octet-stream"],
    ["image/svg+xml", "other", "application/octet-stream"],
    ["text/javascript", "other", "application/octet-stream"],
    ["application/x-msdownload", "other", "application/octet-stream"],
  ])("as %s is %s", (found, kind, mediaType) => {
    expect(contentOf(found)).toEqual({ kind, mediaType } as never);
  });

  test("is shown where nothing can run, else saved, under a name that is no header of its own", () => {
    const given = (type: string, name = "map.png") => [
      servedType(contentOf(type)),
      dispositionOf(contentOf(type), name),
    ];
    const named = `filename="map.png"; filename*=UTF-8''map.png`;
    expect(given("image/png")).toEqual(["image/png", `inline; ${named}`]);
    expect(given("application/pdf")).toEqual(["application/pdf", `attachment; ${named}`]);
    expect(given(office)).toEqual(["application/octet-stream", `attachment; ${named}`]);
    const hostile = 'a"; x=1\r\nSet-Cookie: b\\(þ)';
    const [, header = ""] = given("application/pdf", hostile);
    expect(header).toBe(
      `attachment; filename="a_; x=1__Set-Cookie: b_(_)"; filename*=UTF-8''a%22%3B%20x%3D1%0D%0ASet-Cookie%3A%20b%5C%28%C3%BE%29`,
    );
  });
});
