// Who writes down voice notes: a provider of the workspace that can, and what that costs.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { ModelChoice } from "./choice.ts";
import { ModelManage, ProviderNotFound } from "./provider.ts";

export const ProviderDeaf = defineError("provider_deaf", {
  status: 422,
  title: "This provider hears nothing",
  message: "Choose one of OpenAI, of Google, or a compatible service that has an address for transcriptions.",
});

export const Transcription = z
  .object({
    workspaceId: WorkspaceId,
    choice: ModelChoice,
    providerName: z.string(),
    microsPerMinute: z
      .int()
      .min(0)
      .max(1_000_000_000)
      .nullable()
      .meta({ description: "Millionths of a dollar; without a price no budget can count it." }),
  })
  .meta({ id: "Transcription" });
export type Transcription = z.output<typeof Transcription>;

export const getTranscription = defineRoute("models.get_transcription", {
  http: "GET /workspaces/:workspaceId/transcription",
  summary: "Who writes down voice notes; null where nobody does",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: Transcription.nullable(),
  limit: limits.read,
});

export const setTranscription = defineRoute("models.set_transcription", {
  http: "PUT /workspaces/:workspaceId/transcription",
  summary: "Choose who writes down voice notes; null chooses nobody",
  description:
    "A model of a provider of the workspace, as `whisper-1` of OpenAI or one of Google's that listens. It need not be among the models that can be chosen.",
  permission: ModelManage,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    choice: ModelChoice.nullable(),
    microsPerMinute: Transcription.shape.microsPerMinute.default(null),
  }),
  output: Transcription.nullable(),
  errors: [ProviderNotFound, ProviderDeaf],
  limit: limits.write,
  example: {
    choice: { providerId: "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47", modelId: "whisper-1" },
    microsPerMinute: 6_000,
  },
});
