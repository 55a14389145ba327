import type { z } from "zod";

/** A declared failure: everything a person or program can be told went wrong, with what to do about it. */
export type ErrorDef<Code extends string = string, Data = unknown> = {
  readonly kind: "error";
  readonly code: Code;
  readonly status: number;
  /** A few words that name the failure, without a full stop. */
  readonly title: string;
  /** A sentence for people that says what to do. */
  readonly message: string;
  readonly data: z.ZodType<Data> | undefined;
  /** Whether the same request may succeed later without a change. */
  readonly retry: boolean;
};

type ErrorParts<Data> = {
  status: number;
  title: string;
  message: string;
  data?: z.ZodType<Data>;
  retry?: boolean;
};

/** Codes are snake_case and never change: clients switch on them. */
export const defineError = <const Code extends string, Data = undefined>(
  code: Code,
  parts: ErrorParts<Data>,
): ErrorDef<Code, Data> => ({
  kind: "error",
  code,
  status: parts.status,
  title: parts.title,
  message: parts.message,
  data: parts.data,
  retry: parts.retry ?? false,
});
