/** One step of a model: its words are written as they come, its calls are kept, and what it used is paid for in any case. */
import { assistants } from "@althing/contract";
import { v7 as uuidv7 } from "uuid";
import {
  type ModelChosen,
  ModelFault,
  type ModelPart,
  type ModelRequest,
  type TokenUsage,
} from "../../../platform/models/index.ts";
import type { ResolvedModel } from "../../models/index.ts";
import type { Prepared } from "../context/prepare.ts";
import type { StepCall, StepRow } from "../tables.ts";
import { codeOf, RunFault } from "./faults.ts";
import type { Hold } from "./hold.ts";
import { closePaidStep, type Lost, openPaidStep, tellFallOver } from "./spending.ts";
import { paragraph } from "./step-messages.ts";

const { textLength } = assistants.runLimits;
const usualOutputTokens = 4_096;

const outputTokensOf = ({ maxOutputTokens }: assistants.AssistantSettings["parameters"]): number =>
  maxOutputTokens ?? usualOutputTokens;

type Said = {
  text: string;
  calls: StepCall[];
  usage: TokenUsage | undefined;
  model: ResolvedModel | undefined;
  passedOver: assistants.Run["passedOver"];
  lost: Lost[];
};

export async function streamStep(
  hold: Hold,
  step: number,
  models: readonly ResolvedModel[],
  prepared: Prepared,
  asked: Pick<ModelRequest, "messages" | "tools">,
  isGoingOn: boolean,
): Promise<void> {
  const { parameters } = prepared.settings;
  const maxOutputTokens = outputTokensOf(parameters);
  const { models: platformModels } = hold.platform;
  const { countTokens } = platformModels;
  const input = platformModels.countRequest(asked);
  const opened = await openPaidStep(hold, step, models, { input, output: maxOutputTokens }, prepared);
  const request: ModelRequest = {
    ...asked,
    maxOutputTokens,
    ...(parameters.temperature !== null && { temperature: parameters.temperature }),
    ...(parameters.topP !== null && { topP: parameters.topP }),
  };
  const said: Said = { text: "", calls: [], usage: undefined, model: undefined, passedOver: [], lost: [] };
  const write = writer(hold, said, isGoingOn);
  // Longer than a message can be is cut here, whatever the provider would go on to send.
  const cut = new AbortController();
  const signal = AbortSignal.any([hold.signal, cut.signal]);
  const endpoints = models.map(({ endpoint }) => endpoint);
  const onLost = (index: number, usage: TokenUsage) => {
    const model = models[index];
    if (model) said.lost.push({ model, usage });
  };
  try {
    for await (const part of platformModels.streamFirst(endpoints, request, { signal, onLost })) {
      take(said, models, part, write);
      if (part.kind === "chosen" && said.model !== expected(hold, models)) await tellFallOver(hold, said);
      if (hold.text.length > textLength) cut.abort();
    }
  } catch (error) {
    const usage = usageAfter(error, opened, countTokens(said.text));
    await closePaidStep(hold, opened, { ...said, asked: models.at(-1), calls: [], state: "cut", usage });
    throw cut.signal.aborted ? new RunFault("answer_too_long") : error;
  }
  const usage = said.usage ?? estimated(opened, countTokens(said.text));
  await closePaidStep(hold, opened, { ...said, state: "done", usage });
}

function take(
  said: Said,
  models: readonly ResolvedModel[],
  part: ModelChosen | ModelPart,
  write: (text: string) => void,
): void {
  switch (part.kind) {
    case "chosen":
      said.model = models[part.index];
      said.passedOver = part.passedOver.flatMap(({ index, fault }) => {
        const name = models[index]?.name;
        return name === undefined ? [] : [{ name, reason: new ModelFault(fault).message, code: codeOf(fault) }];
      });
      return;
    case "text":
      write(part.text);
      return;
    case "tool_call":
      said.calls.push({ ...callOf(part), arguments: part.arguments });
      return;
    case "invalid_tool_call":
      said.calls.push({ ...callOf(part), arguments: part.text, invalid: part.reason });
      return;
    case "end":
      said.usage = part.usage;
      return;
    case "reasoning":
      return;
  }
}

const callOf = ({ id, name }: { id: string; name: string }) => ({
  callId: uuidv7() as assistants.ToolCallId,
  modelCallId: id,
  name,
});

/** A step begins a paragraph, unless it goes on from words that broke off. */
function writer(hold: Hold, said: Said, isGoingOn: boolean): (text: string) => void {
  return (text) => {
    if (said.text === "" && text !== "" && hold.text !== "" && !isGoingOn) hold.write(paragraph);
    said.text += text;
    hold.write(text);
  };
}

const estimated = (step: Pick<StepRow, "input_tokens">, outputTokens: number): TokenUsage => ({
  inputTokens: step.input_tokens,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens,
  reasoningTokens: 0,
  quality: "estimated",
});

const usageAfter = (error: unknown, step: StepRow, outputTokens: number): TokenUsage =>
  error instanceof ModelFault ? error.usage : estimated(step, outputTokens);

/** The model that answered last, or the first before any did. */
function expected({ run: { model } }: Hold, models: readonly ResolvedModel[]): ResolvedModel | undefined {
  const isNoted = ({ choice }: ResolvedModel) =>
    choice.providerId === model?.providerId && choice.modelId === model.modelId;
  return models.find(isNoted) ?? models[0];
}

/** A worker went away in the middle: what its step had said, as far as it was kept, is paid for by our own count. */
export async function closeAbandoned(
  hold: Hold,
  step: StepRow,
  text: string,
  models: readonly ResolvedModel[],
): Promise<void> {
  const usage = estimated(step, hold.platform.models.countTokens(text));
  const model = expected(hold, models);
  await closePaidStep(hold, step, { text, calls: [], state: "cut", usage, model, passedOver: [], lost: [] });
}
