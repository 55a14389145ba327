/** A provider of language models that is none: it speaks the wire formats of four over a real socket, and says what a test tells it. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { bearer, type Dialect } from "./dialect.ts";
import { anthropic } from "./dialects/anthropic.ts";
import { google } from "./dialects/google.ts";
import { openAiChat } from "./dialects/openai-chat.ts";
import { openAiResponses } from "./dialects/openai-responses.ts";
import { type HeardRequest, readPrompt } from "./heard.ts";
import { type ListedModel, listModels } from "./models-list.ts";
import { perform } from "./perform.ts";
import { type Reply, say } from "./reply.ts";
import { tokensOf } from "./tokens.ts";
import { type HeardRecording, type Listener, readRecording, speech } from "./transcriptions.ts";

export type Script = (request: HeardRequest) => Reply | Promise<Reply>;

export type FakeModelProvider = {
  /** Where OpenAI's, Anthropic's and compatible clients begin. */
  readonly url: string;
  /** Where Google's do. */
  readonly googleUrl: string;
  readonly port: number;
  /** All that was asked of models, in order. */
  readonly heard: readonly HeardRequest[];
  /** What to answer from now on. */
  answer(script: Script): void;
  /** All recordings that it was to write down, in order. */
  readonly recordings: readonly HeardRecording[];
  /** What to hear in recordings from now on. */
  listen(listener: Listener): void;
  /** Resolves with the next request that comes. */
  nextRequest(): Promise<HeardRequest>;
  stop(): Promise<void>;
};

export type FakeModelProviderOptions = {
  readonly port?: number;
  /** The only key that is accepted; any unless told. */
  readonly key?: string;
  readonly models?: readonly ListedModel[];
};

const dialects: readonly Dialect[] = [openAiChat, openAiResponses, anthropic, google];
const fewModels = [
  { id: "fake-large", name: "Fake Large", contextTokens: 200_000 },
  { id: "fake-small", name: "Fake Small", contextTokens: 32_000 },
];

export async function startModelProvider(options: FakeModelProviderOptions = {}): Promise<FakeModelProvider> {
  const { key, models = fewModels } = options;
  const heard: HeardRequest[] = [];
  const waiting: ((request: HeardRequest) => void)[] = [];
  const recordings: HeardRecording[] = [];
  let listener: Listener = () => speech("Hello from the recording.", 2);
  let script: Script = () => say("Hello", " from", " the", " fake", ".");

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = (incoming.url ?? "/").replace(/\?.*$/, "");
    const headers = new Headers(incoming.headers as Record<string, string>);
    if (incoming.method === "GET" && path.endsWith("/models")) {
      const given = dialects.map(({ keyOf }) => keyOf(headers)).find((one) => one !== null) ?? null;
      if (key === undefined || given === key) return answerJson(outgoing, 200, listModels(models, headers));
      return answerJson(outgoing, 401, { error: { message: `Incorrect API key provided: ${given}.` } });
    }
    if (path.endsWith("/audio/transcriptions")) {
      const recording = await readRecording(incoming, bearer(headers));
      recordings.push(recording);
      const answer = await listener(recording);
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
      return;
    }
    const body = await readJson(incoming);
    const dialect = dialects.find((one) => one.modelOf(path, body) !== undefined);
    if (!dialect) return answerJson(outgoing, 404, { error: { message: `There is nothing at ${path}.` } });
    const given = dialect.keyOf(headers);
    if (key !== undefined && given !== key) {
      return answerJson(outgoing, 401, dialect.complain(401, `Incorrect API key provided: ${given}.`));
    }
    const read = readPrompt(body);
    // Journeys run in a Node that has no `Promise.withResolvers` yet.
    const ended = new Promise<boolean>((resolve) => {
      outgoing.on("close", () => resolve(!outgoing.writableFinished));
    });
    const request: HeardRequest = {
      dialect: dialect.name,
      path,
      headers,
      body,
      modelId: dialect.modelOf(path, body) ?? "",
      key: given,
      ...read,
      counted: { inputTokens: tokensOf(read.prompt), outputTokens: 0 },
      ended,
    };
    heard.push(request);
    for (const tell of waiting.splice(0)) tell(request);
    await perform(await script(request), { request, dialect, outgoing });
  }

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    googleUrl: `http://127.0.0.1:${port}/v1beta`,
    port,
    heard,
    recordings,
    listen(next) {
      listener = next;
    },
    answer(next) {
      script = next;
    },
    nextRequest: () => new Promise((resolve) => waiting.push(resolve)),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readJson(incoming: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const chunk of incoming.setEncoding("utf8")) text += chunk;
  return text === "" ? {} : JSON.parse(text);
}

function answerJson(outgoing: ServerResponse, status: number, body: unknown): void {
  outgoing.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
