import { z } from "zod";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";

export * from "./close-codes.ts";
export * from "./frames.ts";

export const createTicket = defineRoute("realtime.create_ticket", {
  http: "POST /realtime/ticket",
  summary: "A ticket that opens one socket or stream within 30 seconds",
  input: z.strictObject({}),
  output: z.object({ ticket: z.string(), expiresAt: Timestamp }),
  status: 201,
  limit: limits.ticket,
});
