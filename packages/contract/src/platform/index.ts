// What every server of ours tells about itself.
import { z } from "zod";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";

/** Grows by one with each addition to the API; clients of any age ask it what the server can do. */
export const featureLevel = 1;

export const getMeta = defineRoute("platform.get_meta", {
  http: "GET /meta",
  summary: "What this server is and can do",
  public: true,
  input: z.strictObject({}),
  output: z.object({
    product: z.literal("althing"),
    version: z.string(),
    featureLevel: z.int(),
    signup: z.enum(["invite", "open", "closed"]),
    needsSetup: z.boolean().meta({ description: "Whether the first account is still to be made." }),
    needsSetupToken: z.boolean(),
    limits: z.record(z.string(), z.number()),
  }),
  limit: limits.public,
});

export const batch = defineRoute("platform.batch", {
  http: "POST /batch",
  summary: "Up to 20 requests in one, carried out in order",
  input: z.strictObject({
    requests: z
      .array(
        z.strictObject({
          method: z.enum(["GET", "POST", "PATCH", "PUT", "DELETE"]),
          path: z
            .string()
            .max(2_000)
            .regex(/^\/(?!batch)/, "must begin with / below /api/v1, and not be /batch"),
          body: z.unknown().optional(),
          idempotencyKey: z.string().max(200).optional(),
          ifMatch: z.string().max(200).optional(),
        }),
      )
      .min(1)
      .max(20),
  }),
  output: z.array(z.object({ status: z.int(), body: z.unknown() })),
  limit: limits.write,
  example: { requests: [{ method: "GET", path: "/users/me" }] },
});
