// Which model answers: a model of a provider. Assistants name it, and are refused it where they may not have it.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { defineId } from "../kit/id.ts";

export const ProviderId = defineId("ProviderId");
export type ProviderId = z.output<typeof ProviderId>;

export const ModelId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\s]+$/u, "must be without spaces")
  .meta({ description: "As the provider calls it.", examples: ["gpt-5-mini"] });

/** A model of a provider of the workspace, or of one's own. */
export const ModelChoice = z.strictObject({ providerId: ProviderId, modelId: z.string().min(1).max(200) });
export type ModelChoice = z.output<typeof ModelChoice>;

export const ModelNotAllowed = defineError("model_not_allowed", {
  status: 422,
  title: "This model cannot be chosen",
  message: "It does not exist, is switched off, or your roles may not use it; choose another one.",
  data: z.object({ providerId: z.uuid(), modelId: z.string() }),
});
