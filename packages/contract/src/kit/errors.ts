// The failures that any operation may give; a route lists only what is its own.
import { z } from "zod";
import { defineError } from "./error.ts";

export const ValidationFailed = defineError("validation_failed", {
  status: 400,
  title: "The request is not valid",
  message: "Some fields are missing, unknown or not valid; `errors` names each one.",
});
export const MalformedJson = defineError("malformed_json", {
  status: 400,
  title: "The body is not JSON",
  message: "Send a JSON object, encoded as UTF-8 and nested at most 32 levels deep.",
});
export const InvalidCursor = defineError("invalid_cursor", {
  status: 400,
  title: "The cursor is not valid",
  message: "Take `cursor` unchanged from the `page` of an answer to the same query, or leave it out to start again.",
});
export const Unauthenticated = defineError("unauthenticated", {
  status: 401,
  title: "You are not signed in",
  message: "Sign in and send the access token as `Authorization: Bearer …`; refresh it when it has expired.",
});
export const Forbidden = defineError("forbidden", {
  status: 403,
  title: "You may not do this",
  message: "Your roles do not hold the permission this needs; ask an owner or admin of the workspace.",
  data: z.object({ permission: z.string() }),
});
export const OwnerOnly = defineError("owner_only", {
  status: 403,
  title: "This is for the owner of the installation",
  message: "Only the account that was made first on this server may do this; ask whoever set it up.",
});
export const NotFound = defineError("not_found", {
  status: 404,
  title: "There is nothing here",
  message: "Check the address: it does not exist, or it is not visible to you.",
});
export const MethodNotAllowed = defineError("method_not_allowed", {
  status: 405,
  title: "This method is not allowed here",
  message: "Use one of the methods in the `Allow` header.",
  data: z.object({ allowed: z.array(z.string()) }),
});
export const IdempotencyInProgress = defineError("idempotency_in_progress", {
  status: 409,
  title: "The same request is still running",
  message: "A request with this `Idempotency-Key` has not finished yet; ask again in a moment.",
  retry: true,
});
export const Stale = defineError("stale", {
  status: 412,
  title: "It has changed meanwhile",
  message: "Fetch the current version, apply your change to it, and send it with its `ETag`.",
});
export const PayloadTooLarge = defineError("payload_too_large", {
  status: 413,
  title: "The body is too large",
  message: "Send less at once.",
  data: z.object({ limitBytes: z.number() }),
});
export const UnsupportedMediaType = defineError("unsupported_media_type", {
  status: 415,
  title: "The content type is not supported",
  message: "Send `Content-Type: application/json`.",
});
export const IdempotencyKeyReused = defineError("idempotency_key_reused", {
  status: 422,
  title: "This idempotency key belongs to another request",
  message: "Make a new `Idempotency-Key` for each new request, and repeat it only with the very same body.",
});
export const RateLimited = defineError("rate_limited", {
  status: 429,
  title: "Too many requests",
  message: "Wait as long as `Retry-After` says, then go on more slowly.",
  data: z.object({ retryAfterSeconds: z.number() }),
  retry: true,
});
export const Internal = defineError("internal", {
  status: 500,
  title: "Something went wrong on our side",
  message: "Try again; if it stays, give the `requestId` to whoever runs this server.",
  retry: true,
});
export const Unavailable = defineError("unavailable", {
  status: 503,
  title: "The service cannot answer just now",
  message: "Nothing is lost; try again after the seconds in `Retry-After`.",
  data: z.object({ retryAfterSeconds: z.number() }),
  retry: true,
});
