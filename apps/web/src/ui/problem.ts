import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { useLaterTexts } from "../i18n/index.ts";

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

type Later = { problems?: Readonly<Record<string, { title: string; message: string }>> };

/** What to show of anything that was thrown: in the reader's language where the catalogue has `problems.<code>`. */
export function useDescribeProblem(): (error: unknown) => ProblemText {
  const t = useTranslations("ui");
  const readLater = useLaterTexts("ui");
  return useCallback((error) => describeProblem(error, t, readLater() as Later | undefined), [t, readLater]);
}

export function describeProblem(
  error: unknown,
  t: ReturnType<typeof useTranslations<"ui">>,
  later: Later = {},
): ProblemText {
  const { name, code, title, message } = (typeof error === "object" && error !== null ? error : {}) as Failure;
  if (name === "NetworkError") return { title: t("error.offline"), message: t("error.offlineHint") };
  if (typeof code !== "string" || typeof title !== "string")
    return { title: t("error.unknown"), message: t("error.unknownHint") };
  const details = listDetails(error as Failure);
  const known = later.problems?.[code];
  const translated = { title: `problems.${code}.title`, message: `problems.${code}.message` };
  return {
    title: t.has(translated.title as never) ? t(translated.title as never) : (known?.title ?? title),
    message: t.has(translated.message as never)
      ? t(translated.message as never)
      : (known?.message ?? (typeof message === "string" ? message : undefined)),
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

/** Complaints, and which of them nothing has looked up so far. */
export function watchLookups(complaints: Record<string, string>) {
  const lookedUp = new Set<string | symbol>();
  const fieldErrors = new Proxy(complaints, {
    get(all, name) {
      lookedUp.add(name);
      return Reflect.get(all, name);
    },
  });
  const listUntold = () =>
    Object.keys(complaints).flatMap((name) => (lookedUp.has(name) ? [] : (complaints[name] ?? [])));
  return { fieldErrors, listUntold };
}

function readField(field: { pointer?: unknown; message?: unknown }): [string, string][] {
  if (typeof field.pointer !== "string" || typeof field.message !== "string") return [];
  return [[field.pointer.replace(/^\//, "").replaceAll("/", "."), field.message]];
}
