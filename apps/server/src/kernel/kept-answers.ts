// Answers to requests with an idempotency key, sealed: they may hold what is shown only once.
import { createHash } from "node:crypto";
import type { RowName, Secrets } from "../platform/secrets/index.ts";
import type { Call } from "./call.ts";
import { type IdempotentCall, type KeptAnswer, requireKey, sealedAnswer } from "./idempotency.ts";
import type { Reply } from "./reply.ts";

/** The call by its key, where it bears one and the route takes one. */
export function idempotentCall({ route, request, actor, input }: Call): IdempotentCall | undefined {
  if (!route.idempotent || request.idempotencyKey === undefined || actor.kind !== "account") return undefined;
  return {
    accountId: actor.account.id,
    operation: route.name,
    key: requireKey(request.idempotencyKey),
    inputHash: createHash("sha256").update(JSON.stringify(input)).digest("base64url"),
  };
}

export function keepReply(secrets: Secrets, call: IdempotentCall, reply: Reply): KeptAnswer {
  return { ...call, status: reply.status, answer: sealedAnswer.seal(secrets, nameOf(call), JSON.stringify(reply)) };
}

export function replay(secrets: Secrets, call: IdempotentCall, kept: { answer: string }): Reply {
  const reply = JSON.parse(sealedAnswer.open(secrets, nameOf(call), kept.answer)) as Reply;
  return { ...reply, replayed: true };
}

const nameOf = ({ accountId, operation, key, inputHash }: IdempotentCall): RowName => [
  accountId,
  operation,
  key,
  inputHash,
];
