/** As much of the library as the fake uses; it has no types of its own. */
declare module "oidc-provider" {
  import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

  type Interaction = {
    prompt: {
      name: string;
      details: { missingResourceScopes?: Record<string, string[]>; missingOIDCScope?: string[] };
    };
    params: { client_id: string };
    session?: { accountId: string };
    grantId?: string;
  };
  class Grant {
    constructor(given: { accountId: string | undefined; clientId: string });
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }
  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly Grant: typeof Grant;
    readonly AccessToken: { find(token: string): Promise<{ isValid: boolean; aud?: string } | undefined> };
    callback(): RequestListener;
    on(event: string, listener: (...given: unknown[]) => void): this;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>;
  }
}
