/** What of one version of the API a client written for it would miss in another. */
import {
  type Answer,
  type OpenApiDocument,
  type Operation,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  type Reference,
} from "@althing/contract/openapi";
import { type Comparison, schemaChanges } from "./schema-changes.ts";

type Documents = Omit<Comparison, "side">;

/** One sentence for each break; none where every client of `before` works with `after`. */
export function breakingChanges(before: OpenApiDocument, after: OpenApiDocument): string[] {
  const present = new Map(operationsOf(after).map((one) => [addressOf(one), one.operation]));
  return operationsOf(before).flatMap((one) => {
    const now = present.get(addressOf(one));
    const changes = now ? operationChanges({ before, after }, one.operation, now) : ["is gone"];
    return changes.map((change) => `${one.method.toUpperCase()} ${one.path}: ${change}`);
  });
}

/** A parameter of a path may be renamed; its place may not change. */
const addressOf = ({ method, path }: PlacedOperation): string => `${method} ${path.replace(/\{\w+\}/g, "{}")}`;

function operationChanges(documents: Documents, old: Operation, now: Operation): string[] {
  return [
    ...(old.operationId === now.operationId ? [] : [`is called ${now.operationId}, was ${old.operationId}`]),
    ...(isPublic(old) && !isPublic(now) ? ["asks for a sign-in"] : []),
    ...parameterChanges(documents, old, now),
    ...bodyChanges(documents, old, now),
    ...answerChanges(documents, old, now),
  ];
}

const isPublic = ({ security }: Operation): boolean => security?.length === 0;

function parameterChanges({ before, after }: Documents, old: Operation, now: Operation): string[] {
  const olds = parametersOf(before, old);
  const nows = parametersOf(after, now);
  const changed = [...olds].flatMap(([name, one]) => {
    const other = nows.get(name);
    if (!other) return [`${name} is gone`];
    return schemaChanges({ before, after, side: "sent" }, one.schema, other.schema, name);
  });
  const required = [...nows].filter(([name, { required }]) => required && !olds.get(name)?.required);
  return [...changed, ...required.map(([name]) => `${name} is required`)];
}

function parametersOf({ components }: OpenApiDocument, { parameters = [] }: Operation): Map<string, Parameter> {
  const resolved = parameters.flatMap((one) => {
    const whole = isReference(one) ? components.parameters?.[nameIn(one)] : one;
    return whole && whole.in !== "path" ? [whole] : [];
  });
  return new Map(resolved.map((one) => [`${one.in} parameter ${one.name}`, one]));
}

function bodyChanges(documents: Documents, { requestBody: old }: Operation, { requestBody: now }: Operation): string[] {
  if (old && !now) return ["takes no body any more"];
  const needed = now?.required && !old?.required ? ["needs a body"] : [];
  const schemas = [jsonIn(old?.content), jsonIn(now?.content)] as const;
  if (!schemas[0] || !schemas[1]) return needed;
  return [...needed, ...schemaChanges({ ...documents, side: "sent" }, schemas[0], schemas[1], "body")];
}

function answerChanges({ before, after }: Documents, old: Operation, now: Operation): string[] {
  const successes = Object.entries(old.responses).filter(([status]) => status.startsWith("2"));
  return successes.flatMap(([status, answer]) => {
    const other = now.responses[status];
    if (!other) return [`no longer answers ${status}`];
    const one = jsonIn(answerIn(before, answer)?.content);
    const two = jsonIn(answerIn(after, other)?.content);
    if (!one) return [];
    return two
      ? schemaChanges({ before, after, side: "read" }, one, two, "answer")
      : [`${status} has no JSON any more`];
  });
}

const answerIn = ({ components }: OpenApiDocument, answer: Answer | Reference): Answer | undefined =>
  isReference(answer) ? components.responses?.[nameIn(answer)] : answer;

const jsonIn = (content: Answer["content"]) => content?.["application/json"]?.schema;
const isReference = (value: object): value is Reference => "$ref" in value;
const nameIn = ({ $ref }: Reference): string => $ref.slice($ref.lastIndexOf("/") + 1);
