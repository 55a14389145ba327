import { type FakeModelProvider, startModelProvider } from "@althing/testkit";
import { createEgress } from "../egress/index.ts";
import { createLog, createMetrics, createModelMetrics } from "../telemetry/index.ts";
import { createModels, type ModelEndpoint, ModelFault, type ModelPart, type ModelRequest } from "./index.ts";

export type Spoken = "openai chat" | "openai responses" | "anthropic" | "google" | "compatible";
export const spoken: Spoken[] = ["openai chat", "openai responses", "anthropic", "google", "compatible"];
export const apiKey = "sk-very-secret-0123456789";

export async function openTable(options: Parameters<typeof startModelProvider>[0] = {}) {
  const provider = await startModelProvider(options);
  const metrics = createMetrics();
  const logLines: string[] = [];
  const log = createLog({ level: "trace", destination: { write: (line: string) => void logLines.push(line) } });
  const egress = createEgress({ allowedHosts: () => ["127.0.0.1"], log });
  let at = 0;
  const models = createModels({
    egress,
    metrics: createModelMetrics(metrics),
    now: () => at,
    random: () => 0,
    limits: () => ({ retries: 0 }),
    streamsPerCredential: () => 220,
  });
  return {
    provider,
    models,
    egress,
    metrics,
    logLines,
    pass: (milliseconds: number) => {
      at += milliseconds;
    },
  };
}

export function endpointOf(provider: Pick<FakeModelProvider, "url" | "googleUrl">, by: Spoken): ModelEndpoint {
  const [kind = "", api] = by.split(" ");
  return {
    kind: kind as ModelEndpoint["kind"],
    ...(api && { api: api as "chat" | "responses" }),
    baseUrl: kind === "google" ? provider.googleUrl : provider.url,
    apiKey,
    credentialId: "credential-1",
    modelId: "fake-large",
  };
}

export const hello: ModelRequest = {
  messages: [
    { role: "system", text: "You are kind." },
    { role: "user", parts: [{ kind: "text", text: "Hello, who are you?" }] },
  ],
};

export const never = new AbortController().signal;

export async function allOf<Part>(parts: AsyncIterable<Part>): Promise<Part[]> {
  const all: Part[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

export async function faultOf(parts: AsyncIterable<unknown>): Promise<ModelFault> {
  try {
    await allOf(parts);
  } catch (error) {
    if (error instanceof ModelFault) return error;
    throw error;
  }
  throw new Error("It was answered.");
}

/** The same parts, with something done after each. */
export async function* heeding<Part>(parts: AsyncIterable<Part>, then: () => void): AsyncGenerator<Part> {
  for await (const part of parts) {
    yield part;
    then();
  }
}

export const textOf = (parts: readonly ModelPart[]): string =>
  parts.map((part) => (part.kind === "text" ? part.text : "")).join("");

export const endOf = (parts: readonly ModelPart[]) => parts.find((part) => part.kind === "end");
