import { lazyRouteComponent } from "@tanstack/react-router";
import { type ComponentType, lazy } from "react";
import { fetchPart } from "./fetch-part.ts";

type AsComponent<Value> = Value extends ComponentType<infer Props> ? ComponentType<Props> : never;

/** A component that is fetched when it is first shown; suspends until it is there. `dress` puts something around it. */
export const later = <Part, Name extends keyof Part>(
  load: () => Promise<Part>,
  name: Name,
  dress = (component: AsComponent<Part[Name]>) => component,
) => lazy(async () => ({ default: dress((await fetchPart(load))[name] as AsComponent<Part[Name]>) }));

/** A page of the router's that is fetched when one goes there, or is about to. */
export const laterPage = <Part extends Record<string, unknown>, Name extends keyof Part & string>(
  load: () => Promise<Part>,
  name: Name,
) => lazyRouteComponent(() => fetchPart(load), name);
