import { z } from "zod";
import { feedKinds } from "./feed-name.ts";

export const Feed = z
  .templateLiteral([z.enum(feedKinds), ":", z.uuid()])
  .meta({ id: "Feed", examples: ["room:01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47"] });
