/** The one way out: everything that this server asks of others goes through here, to addresses that were checked. */
import type { Log } from "../telemetry/index.ts";
import { createAllowedHosts } from "./allowed-hosts.ts";
import { boundBody } from "./bounded-body.ts";
import { codeOf, connect } from "./connect.ts";
import { Deadline } from "./deadline.ts";
import { EgressFailed, EgressRefused, isEgressFault } from "./egress-fault.ts";
import { followRedirect, type Outgoing, shapeOutgoing } from "./outgoing.ts";
import { lookupAll, type Resolve, requireAddresses } from "./resolve.ts";
import { requireTarget, type Target } from "./target.ts";

export type EgressPolicy = {
  /** More than this ends the answer with `too_large`, while it is read. */
  readonly maxBytes: number;
  /** For the whole exchange, the reading of the answer included. */
  readonly timeoutMs: number;
  readonly maxRedirects?: number;
  /** The kinds of a good answer that are taken, such as `text/html` or `image/*`; any unless told. */
  readonly mediaTypes?: readonly string[];
  readonly signal?: AbortSignal;
};

export type Egress = {
  /** Throws `EgressRefused` or `EgressFailed`, also while the answer's body is read. */
  fetch(address: string | URL | Request, init: RequestInit, policy: EgressPolicy): Promise<Response>;
  /** The same under one policy, for libraries that want to be given a `fetch`. */
  fetcher(policy: EgressPolicy): typeof fetch;
};

export type EgressOptions = {
  /** Hosts that may be reached although they are not public, by name or network. Asked at each request. */
  readonly allowedHosts: () => readonly string[];
  readonly log: Log;
  readonly resolve?: Resolve;
  /** Certificates to trust instead of the system's. */
  readonly ca?: string;
};

const maxRedirects = 3;

export function createEgress(options: EgressOptions): Egress {
  const { log, resolve = lookupAll, ca } = options;

  async function send(target: Target, outgoing: Outgoing, deadline: Deadline): Promise<Response> {
    const allowed = createAllowedHosts(options.allowedHosts());
    const addresses = await deadline.race(requireAddresses(target, allowed, resolve));
    return connect(target, addresses, outgoing, { signal: deadline.signal, ca });
  }

  async function follow(first: Outgoing, init: RequestInit, policy: EgressPolicy): Promise<Response> {
    let target = requireTarget(first.url);
    const deadline = new Deadline(policy.timeoutMs, [policy.signal, init.signal], target.host);
    try {
      let outgoing = first;
      for (let followed = 0; ; followed++) {
        const response = await send(target, outgoing, deadline);
        const next = init.redirect === "manual" ? undefined : followRedirect(outgoing, response);
        if (!next) return deliver(response, target, policy, deadline);
        await response.body?.cancel();
        if (init.redirect === "error") throw new EgressRefused("redirect", target.host);
        if (followed >= (policy.maxRedirects ?? maxRedirects))
          throw new EgressRefused("too_many_redirects", target.host);
        outgoing = next;
        target = requireTarget(next.url);
      }
    } catch (error) {
      deadline.clear();
      throw isEgressFault(error) ? error : (deadline.signal.reason ?? failureOf(error, target.host));
    }
  }

  async function exchange(address: string | URL | Request, init: RequestInit, policy: EgressPolicy): Promise<Response> {
    try {
      return await follow(await shapeOutgoing(address, init), init, policy);
    } catch (error) {
      if (error instanceof EgressRefused) log.info({ host: error.host, kind: error.kind }, "a request was not let out");
      throw error;
    }
  }

  return {
    fetch: exchange,
    fetcher(policy) {
      const fetcher = (address: string | URL | Request, init: RequestInit = {}) => exchange(address, init, policy);
      return Object.assign(fetcher, { preconnect: () => undefined });
    },
  };
}

/** The answer with a body that keeps to the policy. */
async function deliver(
  response: Response,
  target: Target,
  policy: EgressPolicy,
  deadline: Deadline,
): Promise<Response> {
  const { status, statusText, headers, body } = response;
  const fault = faultOf(response, policy, target.host);
  if (fault) {
    await body?.cancel();
    throw fault;
  }
  const isEmpty = body === null || [204, 205, 304].includes(status);
  if (isEmpty) deadline.clear();
  const bounded = isEmpty ? null : boundBody(body, { maxBytes: policy.maxBytes, deadline });
  const delivered = new Response(bounded, { status, statusText, headers });
  return Object.defineProperty(delivered, "url", { value: target.url.href });
}

function faultOf({ ok, headers, body }: Response, policy: EgressPolicy, host: string): Error | undefined {
  if (body === null) return undefined;
  const encoding = headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity") return new EgressRefused("encoding", host);
  if (Number(headers.get("content-length") ?? 0) > policy.maxBytes) return new EgressFailed("too_large", host);
  if (!ok || !policy.mediaTypes) return undefined;
  const mediaType = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const family = mediaType.replace(/\/.*/, "/*");
  const isTaken = policy.mediaTypes.some((wanted) => wanted === mediaType || wanted === family);
  return isTaken ? undefined : new EgressRefused("media_type", host);
}

function failureOf(error: unknown, host: string): EgressFailed {
  const code = codeOf(error);
  if (/CERT|VERIFY|SIGNED|TLS|SSL/.test(code)) return new EgressFailed("certificate", host);
  return new EgressFailed(code === "ResponseHeadersTooLarge" ? "too_large" : "unreachable", host);
}
