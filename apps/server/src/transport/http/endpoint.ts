import type { Method } from "@althing/contract";
import type { Peer } from "../../platform/listener/index.ts";
import type { Incoming } from "./operation.ts";

export const apiBase = "/api/v1";

/** Undefined once the request became a socket. */
export type Answered = Response | undefined;

export type HttpApp = (request: Request, peer: Peer<unknown>) => Promise<Answered>;

/** Something that answers at a path: an operation of the contract, a page, a stream. */
export type Endpoint = {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  answer(incoming: Incoming, peer: Peer<unknown>): Answered | Promise<Answered>;
};
