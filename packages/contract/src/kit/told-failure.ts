import { z } from "zod";

/** Why work that nobody waited for came to nothing, told in events and kept with what it was to make. */
export const ToldFailure = z.object({
  code: z.string().meta({
    description: "One of `runFailures`, of the failures of routes, or `model_` and what went wrong with the model.",
  }),
  message: z.string(),
  waitSeconds: z.int().optional().meta({ description: "How long the provider asks to wait." }),
  quote: z.string().optional().meta({ description: "What the provider said of it in its own words." }),
});
export type ToldFailure = z.output<typeof ToldFailure>;
