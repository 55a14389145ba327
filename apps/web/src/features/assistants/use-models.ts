import type { models } from "@althing/contract";
import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../connection/index.ts";

type Model = Awaited<ReturnType<ReturnType<typeof useClient>["models"]["listModels"]>>[number];

/** A model as one word, for lists to choose from. */
export const keyOf = ({ providerId, modelId }: models.ModelChoice): string => `${providerId} ${modelId}`;
export const choiceOf = (key: string): models.ModelChoice => {
  const [providerId = "", ...rest] = key.split(" ");
  return { providerId: providerId as models.ProviderId, modelId: rest.join(" ") };
};

/** The models one may choose. */
export function useModels(): readonly Model[] {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const [known, setKnown] = useState<readonly Model[]>([]);
  useEffect(() => {
    client.models.listModels({ workspaceId }).then(setKnown, () => undefined);
  }, [client, workspaceId]);
  return known;
}

/** Where a model is, and what a million tokens of it cost. */
export function useModelDescription() {
  const t = useTranslations("assistants.builder");
  const format = useFormatter();
  const dollars = (micros: number) =>
    format.number(micros / 1_000_000, { style: "currency", currency: "USD", maximumSignificantDigits: 3 });
  return ({ providerName, prices }: Model): string =>
    prices
      ? t("priced", { provider: providerName, input: dollars(prices.input), output: dollars(prices.output) })
      : providerName;
}
