// Which failures an operation may give, and how each looks on the wire.
import type { ErrorDef } from "../kit/error.ts";
import * as errors from "../kit/errors.ts";
import { Problem } from "../kit/problem.ts";
import type { RouteDef } from "../kit/route.ts";
import { errorsOf, inOrder, type Modules, sortedByKey, takesJson } from "./catalog.ts";
import type { Answer, Reference } from "./document.ts";
import { sampleOf } from "./samples.ts";
import type { Schemas } from "./schemas.ts";

/** Its own failures and those that follow from how it is declared, by status and code. */
export function failuresOf(modules: Modules, route: RouteDef): ErrorDef[] {
  const all = new Set<ErrorDef>([
    ...route.errors,
    ...common(route),
    ...(route.permission ? refusals(errorsOf(modules), route) : []),
  ]);
  return [...all].sort((one, other) => one.status - other.status || inOrder(one.code, other.code));
}

function common(route: RouteDef): ErrorDef[] {
  return [
    errors.ValidationFailed,
    ...(takesJson(route) ? [errors.MalformedJson, errors.PayloadTooLarge, errors.UnsupportedMediaType] : []),
    ...(route.cursor ? [errors.InvalidCursor] : []),
    ...(route.access === "public" ? [] : [errors.Unauthenticated]),
    ...(route.access === "permission" ? [errors.Forbidden] : []),
    ...(route.access === "owner" ? [errors.OwnerOnly] : []),
    ...(route.idempotent ? [errors.IdempotencyInProgress, errors.IdempotencyKeyReused] : []),
    ...(route.ifMatch ? [errors.Stale] : []),
    errors.RateLimited,
    errors.Internal,
    errors.Unavailable,
  ];
}

/** What the rights over an object refuse: one that is not there for the caller, and a change to an archived room. */
function refusals(all: readonly ErrorDef[], { object, permission }: RouteDef): ErrorDef[] {
  const codes = [`${object}_not_found`];
  if (permission?.on === "room") codes.push("room_not_found", ...(permission.changes ? ["room_archived"] : []));
  return all.filter(({ code }) => codes.includes(code));
}

/** The address of the page that explains a failure; the `type` of its problem. */
export const errorPath = (code: string): string => `/docs/errors/${code.replaceAll("_", "-")}`;

const passing = ["429", "503"];

/** The answers of failures, each written once and referred to. */
export class Failures {
  readonly #responses: Record<string, Answer> = {};
  readonly #examples: Record<string, { summary: string; value: unknown }> = {};

  constructor(
    private readonly schemas: Schemas,
    private readonly serverUrl: string,
  ) {}

  get components() {
    return { responses: sortedByKey(this.#responses), examples: sortedByKey(this.#examples) };
  }

  /** One answer for each status. */
  answers(failures: readonly ErrorDef[]): Record<string, Reference> {
    const byStatus = Map.groupBy(failures, ({ status }) => String(status));
    return Object.fromEntries([...byStatus].map(([status, some]) => [status, this.#answer(status, some)]));
  }

  #answer(status: string, failures: readonly ErrorDef[]): Reference {
    const codes = failures.map(({ code }) => code);
    const name = codes.join(".");
    for (const failure of failures) this.#examples[failure.code] ??= this.#example(failure);
    this.#responses[name] ??= {
      description: failures.map(({ code, title }) => `\`${code}\`: ${title}.`).join("\n\n"),
      headers: headersOf(status),
      content: {
        "application/problem+json": {
          schema: { allOf: [this.schemas.output(Problem), { properties: { code: { enum: codes } } }] },
          examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
        },
      },
    };
    return { $ref: `#/components/responses/${name}` };
  }

  #example({ code, title, status, message, retry, data }: ErrorDef) {
    const wrong = { pointer: "/name", code: "too_long", message: "must be at most 80 characters" };
    const isInvalid = code === errors.ValidationFailed.code;
    const value: Problem = {
      type: this.serverUrl + errorPath(code),
      title,
      status,
      code,
      message,
      detail: isInvalid ? `${wrong.pointer}: ${wrong.message}` : message,
      requestId: "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47",
      retry,
      errors: isInvalid ? [wrong] : [],
      data: data ? sampleOf(this.schemas, this.schemas.output(data), { fields: "all" }) : null,
    };
    return { summary: title, value };
  }
}

function headersOf(status: string): Record<string, Reference> {
  const names = ["X-Request-Id", ...(passing.includes(status) ? ["Retry-After"] : [])];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
