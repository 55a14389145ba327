import { expect, test } from "bun:test";
import { createHandles, withMention } from "./mentions.ts";

const handles = createHandles([
  { nick: "crimsun", handle: "crimsun" },
  { nick: "mic__", handle: "mic" },
  { nick: "Tyler", handle: "tyler" },
  { nick: "tyler", handle: "tyler-2" },
]);
const bodyOf = (text: string) => withMention(text, handles).body;

test("a message that begins with someone's nickname mentions them", () => {
  expect(bodyOf("crimsun: Hmmm ... I wonder why it does that?")).toBe("@crimsun: Hmmm ... I wonder why it does that?");
  expect(bodyOf("mic__, Post the url to it.")).toBe("@mic, Post the url to it.");
  expect(bodyOf("CRIMSUN:")).toBe("@crimsun:");
});

test("of two who differ in case only, the one as written is meant", () => {
  expect(bodyOf("Tyler: hi")).toBe("@tyler: hi");
  expect(bodyOf("tyler: hi")).toBe("@tyler-2: hi");
});

test("strangers, addresses and names within the text stay text", () => {
  expect(bodyOf("nobody: hi")).toBe("nobody: hi");
  expect(bodyOf("hi crimsun: hi")).toBe("hi crimsun: hi");
  expect(bodyOf("crimsun:hi")).toBe("crimsun:hi");
  expect(withMention("hi @crimsun", handles)).toEqual({ body: "hi \\@crimsun", isMention: false });
});
