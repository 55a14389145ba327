import type { useTranslations } from "use-intl";

export type ProblemText = {
  title: string;
  message: string | undefined;
  /** What exactly is wrong, where the server found several things. */
  details?: readonly string[];
};

type Failure = {
  name?: unknown;
  code?: unknown;
  title?: unknown;
  message?: unknown;
  fields?: unknown;
  retry?: unknown;
  data?: { problems?: unknown; reason?: unknown } | null;
};

/** What to show of anything that was thrown: in the reader's language where the catalogue has `problems.<code>`. */
export function describeProblem(error: unknown, t: ReturnType<typeof useTranslations<"ui">>): ProblemText {
  const { name, code, title, message } = (typeof error === "object" && error !== null ? error : {}) as Failure;
  if (name === "NetworkError") return { title: t("error.offline"), message: t("error.offlineHint") };
  if (typeof code !== "string" || typeof title !== "string")
    return { title: t("error.unknown"), message: t("error.unknownHint") };
  const details = listDetails(error as Failure);
  const translated = { title: `problems.${code}.title`, message: `problems.${code}.message` };
  return {
    title: t.has(translated.title as never) ? t(translated.title as never) : title,
    message: t.has(translated.message as never)
      ? t(translated.message as never)
      : typeof message === "string"
        ? message
        : undefined,
    ...(details.length > 0 && { details }),
  };
}

/** Whether the server has refused for good: asking it the same again changes nothing. */
export const isFinal = (error: unknown): boolean => {
  const { code, retry } = (error ?? {}) as Failure;
  return typeof code === "string" && retry === false;
};

/** What a failure names beside its sentence. */
function listDetails({ data }: Failure): string[] {
  const named = Array.isArray(data?.problems) ? data.problems : [data?.reason];
  return named.filter((one) => typeof one === "string");
}

/** What is wrong with each field of a form, by the field's name; nested ones by their path, `profile.name`. */
export function listFieldErrors(error: unknown): Record<string, string> {
  const fields = (error as Failure | null | undefined)?.fields;
  if (!Array.isArray(fields)) return {};
  return Object.fromEntries(fields.flatMap(readField));
}

function readField(field: { pointer?: unknown; message?: unknown }): [string, string][] {
  if (typeof field.pointer !== "string" || typeof field.message !== "string") return [];
  return [[field.pointer.replace(/^\//, "").replaceAll("/", "."), field.message]];
}
