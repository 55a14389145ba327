import type { assistants, ToldFailure } from "@althing/contract";
import { useTranslations } from "use-intl";

/** In the reader's language, as far as the failure is known here; what a provider said of it stands behind, as it said it. */
export function FailureText({ failure }: { failure: ToldFailure }) {
  const t = useTranslations("assistants.failures");
  const { quote, waitSeconds } = failure;
  const known = useSentence()(failure.code);
  return (
    <span className="min-w-0 break-words">
      {known ?? failure.message}
      {known !== undefined && waitSeconds !== undefined && <> {t("wait", waitOf(waitSeconds))}</>}
      {quote !== undefined && (
        <>
          {" "}
          <q dir="auto">{quote}</q>
        </>
      )}
    </span>
  );
}

export function PassedOverText({ models }: { models: assistants.Run["passedOver"] }) {
  const sentenceOf = useSentence();
  const lines = models.map(({ name, reason, code }) => `${name}: ${(code && sentenceOf(code)) ?? reason}`);
  return <span className="whitespace-pre-line">{lines.join("\n")}</span>;
}

function useSentence(): (code: string) => string | undefined {
  const t = useTranslations("assistants.failures");
  return (code) => {
    const key = `byCode.${code}` as never;
    return t.has(key) ? t(key) : undefined;
  };
}

const waitOf = (seconds: number) =>
  seconds < 120 ? { unit: "seconds", count: seconds } : { unit: "minutes", count: Math.ceil(seconds / 60) };
