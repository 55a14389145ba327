const refusals = {
  address: "This is not an address that can be opened.",
  scheme: "Only addresses that begin with http:// or https:// can be opened.",
  credentials: "An address must not hold a name or a password.",
  not_public: "The address is not on the public internet. Whoever runs this server can allow it by its name.",
  too_many_redirects: "The other side sent us from address to address.",
  redirect: "The other side sent us elsewhere, which was not followed.",
  media_type: "The other side answered with something of another kind than was asked for.",
  encoding: "The other side answered compressed, though it was told not to.",
} as const;

const failures = {
  unknown_name: "There is no such host.",
  unreachable: "The other side could not be reached.",
  certificate: "The other side could not prove who it is: its certificate is not valid.",
  timeout: "The other side took too long.",
  too_large: "The answer is too large.",
  cut: "The answer broke off.",
  stopped: "The request was stopped.",
} as const;

export type EgressRefusal = keyof typeof refusals;
export type EgressFailure = keyof typeof failures;

/** We did not want to: the same would be refused again. The sentence may be shown to people; it names at most the host. */
export class EgressRefused extends Error {
  override readonly name = "EgressRefused";

  constructor(
    readonly kind: EgressRefusal,
    readonly host?: string,
  ) {
    super(sentence(refusals[kind], host));
  }
}

/** We tried, and it did not come to an end. */
export class EgressFailed extends Error {
  override readonly name = "EgressFailed";

  constructor(
    readonly kind: EgressFailure,
    readonly host?: string,
  ) {
    super(sentence(failures[kind], host));
  }
}

const sentence = (text: string, host: string | undefined) => (host ? `${text} (${host})` : text);

export const isEgressFault = (error: unknown): error is EgressRefused | EgressFailed =>
  error instanceof EgressRefused || error instanceof EgressFailed;
