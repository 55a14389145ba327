/** Whoever sends us elsewhere gets no further than whoever asked, and no secret goes along. */
import { afterAll, expect, test } from "bun:test";
import { open, outcomeOf, policy } from "./egress.fixture.ts";
import { openStrangers } from "./strangers.fixture.ts";

const strangers = await openStrangers();
const { plain, other, last, at } = strangers;
afterAll(() => strangers.stop());

test("redirects are followed, three at most", async () => {
  const hops = (count: number): string =>
    count === 0 ? "/end" : `/redirect?to=${encodeURIComponent(hops(count - 1))}`;
  const response = await open().fetch(at(hops(3)), {}, policy);
  expect([response.url, await response.text()]).toEqual([at("/end"), `heard at 127.0.0.1:${plain.port}`]);
  expect(await outcomeOf(open().fetch(at(hops(4)), {}, policy))).toBe("EgressRefused: too_many_redirects");
  expect(await outcomeOf(open().fetch(at("/loop"), {}, policy))).toBe("EgressRefused: too_many_redirects");
  expect(await outcomeOf(open().fetch(at(hops(1)), {}, { ...policy, maxRedirects: 0 }))).toBe(
    "EgressRefused: too_many_redirects",
  );
});

test.each([
  ["http://10.0.0.1/", "not_public"],
  ["http://[::ffff:127.0.0.1]/", "not_public"],
  ["http://169.254.169.254/latest/meta-data/", "not_public"],
  ["//localhost/", "not_public"],
  ["file:///etc/passwd", "scheme"],
  ["http://ana:hunter2@127.0.0.1/", "credentials"],
  ["http://[", "address"],
])("a redirect to %s is refused", async (to, kind) => {
  const egress = open({ allowedHosts: () => [`127.0.0.1:${plain.port}`] });
  const asked = egress.fetch(at(`/redirect?to=${encodeURIComponent(to)}`), {}, policy);
  expect(await outcomeOf(asked)).toBe(`EgressRefused: ${kind}`);
});

const secrets = {
  authorization: "Bearer t",
  cookie: "a=b",
  "x-api-key": "k",
  "x-goog-api-key": "k",
  accept: "text/html",
};

test("another origin hears no secret, the same one does", async () => {
  const to = (target: string) => at(`/redirect?to=${encodeURIComponent(target)}`);
  await open().fetch(to(at("/there", other)), { headers: secrets }, policy);
  expect(last().url).toContain("/there");
  expect(["authorization", "cookie", "x-api-key", "x-goog-api-key"].map((name) => last().headers.get(name))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(last().headers.get("accept")).toBe("text/html");
  await open().fetch(to("/here"), { headers: secrets }, policy);
  expect(last().headers.get("authorization")).toBe("Bearer t");
});

test("what was posted is posted again to the same origin only", async () => {
  const post = (status: number, target: string) => {
    const headers = { "content-type": "text/plain", ...secrets };
    return outcomeOf(
      open().fetch(
        at(`/redirect?status=${status}&to=${encodeURIComponent(target)}`),
        { method: "POST", body: "words", headers },
        policy,
      ),
    );
  };
  await post(307, "/again");
  expect(last()).toMatchObject({ method: "POST", body: "words" });
  await post(302, "/look");
  expect(last()).toMatchObject({ method: "GET", body: "" });
  expect(last().headers.get("content-type")).toBeNull();
  expect(await post(308, at("/elsewhere", other))).toBe("EgressRefused: redirect");
  await post(303, at("/elsewhere", other));
  expect(last()).toMatchObject({ method: "GET", body: "" });
});
