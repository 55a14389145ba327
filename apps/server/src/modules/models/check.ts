// What is told of a look at a provider that went wrong.
import type { models } from "@althing/contract";
import type { ModelFault, ModelFaultKind } from "../../platform/models/index.ts";

type Code = models.ProviderCheck["code"];

const codes: Partial<Record<ModelFaultKind, Code>> = {
  auth: "wrong_key",
  network: "unreachable",
  first_token_timeout: "timeout",
  token_timeout: "timeout",
  total_timeout: "timeout",
  rate_limited: "busy",
  overloaded: "busy",
};

const advice: Record<Code, string> = {
  ok: "It answers.",
  no_key: "It asks for a key, and none was entered.",
  wrong_key: "It does not accept the key. Copy it once more from the provider's own page, whole and without spaces.",
  unreachable: "It cannot be reached. Check the address.",
  timeout: "It took too long to answer. Check the address, or try again later.",
  busy: "It asks us to slow down, or your account with it has no credit. Try again later.",
  no_list:
    "It did not answer with a list of models. Check the address, which often ends in /v1; if it is right, add models by hand.",
};

export const checkedWell = (at: Date): models.ProviderCheck => ({
  ok: true,
  code: "ok",
  message: advice.ok,
  at: at.toISOString(),
});

export function checkOf(fault: ModelFault, { hasKey, at }: { hasKey: boolean; at: Date }): models.ProviderCheck {
  const told = codes[fault.kind] ?? "no_list";
  const code = told === "wrong_key" && !hasKey ? "no_key" : told;
  const message = [advice[code], fault.detail].filter(Boolean).join(" ").slice(0, 600);
  return { ok: false, code, message, at: at.toISOString() };
}
