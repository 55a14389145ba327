// What a call of a tool costs: the price of the tool itself, else that of its whole source. Pure.
import type { tools } from "@althing/contract";
import { matches } from "../definitions/names.ts";

type Price = Pick<tools.ToolPrice, "pattern" | "micros" | "version">;

export const priceOf = <One extends Price>(name: string, prices: readonly One[]): One | undefined =>
  prices.find(({ pattern }) => pattern === name) ?? prices.find(({ pattern }) => matches(pattern, name));
