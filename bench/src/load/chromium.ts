/**
 * A Chromium that is spoken to in its own protocol, and no more than is needed: a driver that records requests and consoles
 * makes the browser note where in the script each came from, and parse the whole app once more for that.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

const executable = process.env.ALTHING_CHROMIUM ?? "/usr/bin/chromium-headless-shell";
const flags = [
  "--headless",
  "--no-sandbox",
  "--no-first-run",
  "--disable-gpu",
  "--disable-background-networking",
  "--force-prefers-reduced-motion",
  "--window-size=1280,720",
  // It ends with the pipe, however this process ends.
  "--remote-debugging-pipe",
];
/** Ends each message in the pipe. */
const end = "\0";
const patienceMs = 30_000;
const lookMs = 100;

type Answer = { id?: number; result?: unknown; error?: { message: string } };
type Waiting = { resolve(result: unknown): void; reject(error: Error): void };

export type Cookie = { name: string; value: string; url: string };

export class Chromium {
  readonly #process: ChildProcess;
  readonly #folder = mkdtempSync(join(tmpdir(), "althing-bench-chromium-"));
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #heard = "";

  private constructor() {
    this.#process = spawn(executable, [...flags, `--user-data-dir=${this.#folder}`, "about:blank"], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    this.#answers.setEncoding("utf8").on("data", (text: string) => this.#hear(text));
  }

  static async launch(): Promise<Chromium> {
    const browser = new Chromium();
    await browser.ask("Browser.getVersion");
    return browser;
  }

  /** A profile that has never been anywhere. */
  async createProfile(cookies: readonly Cookie[]): Promise<Profile> {
    const { browserContextId } = await this.ask<{ browserContextId: string }>("Target.createBrowserContext");
    await this.ask("Storage.setCookies", { cookies, browserContextId });
    return new Profile(this, browserContextId);
  }

  ask<Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    const id = ++this.#asked;
    this.#questions.write(`${JSON.stringify({ id, method, params, sessionId })}${end}`);
    return new Promise<Result>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Chromium did not answer ${method}`)), patienceMs);
      const settle = <Value>(done: (value: Value) => void) => {
        return (value: Value) => {
          clearTimeout(timer);
          done(value);
        };
      };
      this.#waiting.set(id, { resolve: settle(resolve as Waiting["resolve"]), reject: settle(reject) });
    });
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    await this.ask("Browser.close");
    await ended;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  get #questions(): Writable {
    return this.#process.stdio[3] as Writable;
  }

  get #answers(): Readable {
    return this.#process.stdio[4] as Readable;
  }

  #hear(text: string): void {
    const messages = (this.#heard + text).split(end);
    this.#heard = messages.pop() ?? "";
    for (const message of messages) this.#settle(JSON.parse(message));
  }

  #settle({ id = 0, result, error }: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}

export class Profile {
  readonly #browser: Chromium;
  readonly #id: string;

  constructor(browser: Chromium, id: string) {
    this.#browser = browser;
    this.#id = id;
  }

  /** An empty tab in which `prepare` will run before anything else of a page does. */
  async openTab(prepare: string): Promise<Tab> {
    const { targetId } = await this.#browser.ask<{ targetId: string }>("Target.createTarget", {
      url: "about:blank",
      browserContextId: this.#id,
    });
    const attached = await this.#browser.ask<{ sessionId: string }>("Target.attachToTarget", {
      targetId,
      flatten: true,
    });
    const tab = new Tab((method, params) => this.#browser.ask(method, params, attached.sessionId));
    await tab.prepare(prepare);
    return tab;
  }

  async close(): Promise<void> {
    await this.#browser.ask("Target.disposeBrowserContext", { browserContextId: this.#id });
  }
}

type Evaluated = {
  result: { value: unknown };
  exceptionDetails?: { text: string; exception?: { description: string } };
};

type Ask = <Result>(method: string, params?: object) => Promise<Result>;

export class Tab {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async prepare(source: string): Promise<void> {
    await this.#ask("Page.enable");
    await this.#ask("Page.addScriptToEvaluateOnNewDocument", { source });
  }

  async goTo(url: string): Promise<void> {
    await this.#ask("Page.navigate", { url });
  }

  /** What an expression, or the promise that it makes, comes to. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const wanted = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.#ask<Evaluated>("Runtime.evaluate", wanted);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Value;
  }

  /** What an expression comes to as soon as that is something. */
  async waitFor<Value>(expression: string): Promise<Value> {
    const giveUpAt = performance.now() + patienceMs;
    while (performance.now() < giveUpAt) {
      // Rarely, since each look takes time of what is measured.
      await Bun.sleep(lookMs);
      const value = await this.evaluate<Value | undefined>(expression);
      if (value) return value;
    }
    throw new Error(`The page never came to ${expression}`);
  }
}
