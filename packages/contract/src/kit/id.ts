import { z } from "zod";

/** A branded UUID in lower case. We make version 7; any version is accepted from outside, since an id is a name and never an order. */
export const defineId = <Brand extends string>(brand: Brand) =>
  z
    .uuid()
    .toLowerCase()
    .meta({ title: brand, examples: ["01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47"] })
    .brand<Brand>();

export const AccountId = defineId("AccountId");
export type AccountId = z.output<typeof AccountId>;

export const EventId = defineId("EventId");
export type EventId = z.output<typeof EventId>;
