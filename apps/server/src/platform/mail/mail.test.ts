import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { createLog } from "../telemetry/index.ts";
import { createMail, MailFault } from "./index.ts";

const log = createLog({ level: "silent" });
const outboxDir = join(mkdtempSync(join(tmpdir(), "althing-mail-")), "mail");
const from = "Althing <althing@example.org>";
const letter = { to: "ben@example.org", subject: "Þing", text: "Welcome.", html: "<p>Welcome.</p>" };

const answer = (responseCode: number) => Object.assign(new Error("no"), { responseCode });

async function faultOf(sending: Promise<void>): Promise<MailFault> {
  const fault = await sending.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (fault instanceof MailFault) return fault;
  throw new Error("The letter was sent.");
}

describe("with an SMTP server", () => {
  const received: string[] = [];
  const refusals = new Map([
    ["nobody@example.org", 550],
    ["later@example.org", 451],
  ]);
  let server: SMTPServer;
  let port = 0;

  beforeEach(async () => {
    received.length = 0;
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(answer(535)),
      onRcptTo: ({ address }, _session, done) => {
        const code = refusals.get(address);
        done(code ? answer(code) : null);
      },
      onData: async (stream, _session, done) => {
        const content = await text(stream);
        received.push(content);
        done(content.includes("spam") ? answer(554) : null);
      },
    });
    server.on("error", () => {});
    await once(server.listen(0, "127.0.0.1"), "listening");
    port = (server.server.address() as AddressInfo).port;
  });
  afterEach(() => new Promise<void>((resolve) => server.close(resolve)));

  const mailOf = (credentials = "") =>
    createMail({ smtpUrl: `smtp://${credentials}127.0.0.1:${port}`, from, outboxDir, log });

  test("a letter arrives whole", async () => {
    await mailOf().send(letter);
    const [content = ""] = received;
    expect(content).toContain("From: Althing <althing@example.org>");
    expect(content).toContain("To: ben@example.org");
    expect(content).toContain("<p>Welcome.</p>");
    expect(content).toMatch(/Subject: =\?UTF-8\?/);
  });

  test("a subject cannot bring headers", async () => {
    await mailOf().send({ ...letter, subject: "Hello\r\nBcc: eve@example.org" });
    expect(received[0]).not.toMatch(/^Bcc:/m);
  });

  test.each([
    ["an unknown recipient is final", { ...letter, to: "nobody@example.org" }, false],
    ["a recipient who is busy is not", { ...letter, to: "later@example.org" }, true],
    ["a refused letter is final", { ...letter, text: "spam" }, false],
    ["no recipient is final", { ...letter, to: "" }, false],
  ])("%s", async (_, refused, isTemporary) => {
    expect(await faultOf(mailOf().send(refused))).toMatchObject({ isTemporary });
  });

  test("refused credentials are the operator's to mend, and are not told", async () => {
    const fault = await faultOf(mailOf("ana:hunter2@").send(letter));
    expect(fault.isTemporary).toBe(true);
    expect(fault.message).not.toContain("hunter2");
  });
});

test("a server that is not there is temporary", async () => {
  const placeholder = createServer().listen(0, "127.0.0.1");
  await once(placeholder, "listening");
  const { port } = placeholder.address() as AddressInfo;
  await new Promise((resolve) => placeholder.close(resolve));
  const mail = createMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from, outboxDir, log });
  expect((await faultOf(mail.send(letter))).isTemporary).toBe(true);
});

test("without a server letters become files for their owner's eyes", async () => {
  const mail = createMail({ from, outboxDir, log });
  await mail.send(letter);
  await mail.send({ ...letter, to: "cem@example.org" });
  const [first = "", second = "", ...rest] = readdirSync(outboxDir).sort();
  expect([first, second].map((name) => name.replace(/^.*Z-/, ""))).toEqual(["1.eml", "2.eml"]);
  expect(rest).toEqual([]);
  expect(readFileSync(join(outboxDir, second), "utf8")).toContain("To: cem@example.org");
  expect(statSync(join(outboxDir, first)).mode & 0o777).toBe(0o600);
});
