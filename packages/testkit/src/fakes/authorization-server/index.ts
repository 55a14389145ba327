// A real authorization server (oidc-provider) on a loopback socket, and a service beside it that believes its tokens.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Provider as OidcProvider } from "oidc-provider";

export type FakeAuthorizationServer = {
  readonly issuer: string;
  /** The service that wants a token: `GET /me`. It names the authorization server (RFC 9728). */
  readonly serviceUrl: string;
  /** How often tokens were asked for by each kind of grant. */
  readonly grants: { readonly authorization_code: number; readonly refresh_token: number };
  /** Refuses every token from now on, until it is called with false. */
  refuseTokens(isOn: boolean): void;
  /** Forgets that anybody may sign in: refresh tokens are worth nothing any more. */
  endGrants(): void;
  /** A browser in which somebody agrees to everything: follows an address to where it leads back to. */
  agree(authorizeUrl: string): Promise<URL>;
  stop(): Promise<void>;
};

type Options = { readonly tokenSeconds?: number; readonly registers?: boolean };

export async function startAuthorizationServer({
  tokenSeconds = 3_600,
  registers = true,
}: Options = {}): Promise<FakeAuthorizationServer> {
  const grants = { authorization_code: 0, refresh_token: 0 };
  const store = new Map<string, Record<string, unknown>>();
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  let isRefusing = false;
  const front = createServer((request, response) => handle(request, response));
  const issuer = await listen(front);

  const service = createServer((request, response) => void serve(request, response));
  const serviceUrl = await listen(service);

  // It is large, and few tests want it.
  const { Provider } = await import("oidc-provider");
  const provider = new Provider(issuer, {
    adapter: adapterOver(store),
    pkce: { required: () => true },
    scopes: ["openid", "offline_access", "read", "write"],
    findAccount: (_: unknown, accountId: string) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    ttl: {
      AccessToken: tokenSeconds,
      RefreshToken: 86_400,
      Grant: 86_400,
      Session: 86_400,
      Interaction: 600,
      AuthorizationCode: 60,
    },
    cookies: { keys: ["fake"] },
    features: {
      devInteractions: { enabled: false },
      registration: { enabled: registers },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: "read write",
          accessTokenFormat: "opaque",
          accessTokenTTL: tokenSeconds,
        }),
        useGrantedResource: () => true,
      },
    },
  });
  const inner = provider.callback();
  provider.on("grant.success", (context) => {
    const { params } = (context as { oidc: { params: { grant_type: keyof typeof grants } } }).oidc;
    grants[params.grant_type]++;
  });
  handle = (request, response) => {
    if (request.url?.startsWith("/interaction/")) void agreeTo(provider, request, response);
    else inner(request, response);
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const metadata = `${serviceUrl}/.well-known/oauth-protected-resource`;
    if (request.url?.startsWith("/.well-known/oauth-protected-resource")) {
      const described = { resource: serviceUrl, authorization_servers: [issuer], scopes_supported: ["read"] };
      response.setHeader("content-type", "application/json").end(JSON.stringify(described));
      return;
    }
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    const token = bearer === undefined || isRefusing ? undefined : await provider.AccessToken.find(bearer);
    if (token?.isValid && token.aud === serviceUrl) response.end(JSON.stringify({ name: "the harbour master" }));
    else response.writeHead(401, { "www-authenticate": `Bearer resource_metadata="${metadata}"` }).end();
  }

  return {
    issuer,
    serviceUrl,
    grants,
    refuseTokens(isOn) {
      isRefusing = isOn;
    },
    endGrants() {
      for (const key of store.keys()) if (!key.startsWith("Client ")) store.delete(key);
    },
    agree,
    async stop() {
      for (const server of [front, service]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Signs the harbour master in and grants all that is asked for. */
async function agreeTo(provider: OidcProvider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  const finish = (result: Record<string, unknown>) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  if (prompt.name === "login") return finish({ login: { accountId: "harbour-master" } });
  const grant = new provider.Grant({ accountId: session?.accountId, clientId: params.client_id });
  if (prompt.details.missingOIDCScope) grant.addOIDCScope(prompt.details.missingOIDCScope.join(" "));
  for (const [resource, scopes] of Object.entries(prompt.details.missingResourceScopes ?? {}))
    grant.addResourceScope(resource, scopes.join(" "));
  return finish({ consent: { grantId: await grant.save() } });
}

/** Follows redirects with cookies, as a browser does, until one leads to our callback. */
async function agree(authorizeUrl: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(authorizeUrl);
  for (let step = 0; step < 12; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(at, { redirect: "manual", headers: { cookie } });
    await response.body?.cancel();
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split("=") ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get("location");
    if (next === null) throw new Error(`The authorization server stopped at ${at.pathname} with ${response.status}`);
    at = new URL(next, at);
    if (at.pathname === "/connect/callback") return at;
  }
  throw new Error("The authorization server leads in a circle");
}

/** The library's own memory cannot be emptied. */
const adapterOver = (store: Map<string, Record<string, unknown>>) =>
  class Adapter {
    readonly #kind: string;
    constructor(kind: string) {
      this.#kind = kind;
    }
    #key = (id: string) => `${this.#kind} ${id}`;
    async upsert(id: string, payload: Record<string, unknown>) {
      store.set(this.#key(id), payload);
    }
    async find(id: string) {
      return store.get(this.#key(id));
    }
    async findByUid(uid: string) {
      return [...store.values()].find((payload) => payload.uid === uid);
    }
    async findByUserCode() {
      return undefined;
    }
    async consume(id: string) {
      const payload = store.get(this.#key(id));
      if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
    }
    async destroy(id: string) {
      store.delete(this.#key(id));
    }
    async revokeByGrantId(grantId: string) {
      for (const [key, payload] of store) if (payload.grantId === grantId) store.delete(key);
    }
  };
