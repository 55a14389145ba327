import { BrainCircuit, ReceiptText, Wallet } from "lucide-react";
import { useTranslations } from "use-intl";
import { later } from "../../parts/index.ts";
import type { Feature, SettingsPage } from "../../shell/index.ts";
import { usePermission } from "../workspaces/index.ts";
import { useBudgetWarnings } from "./budgets/use-budget-warnings.ts";

const settings: readonly SettingsPage[] = [
  {
    path: "my-models",
    group: "account",
    useTitle: () => useTranslations("models")("mine.title"),
    icon: Wallet,
    Component: later(() => import("./my-models-settings.tsx"), "MyModelsSettings"),
  },
  {
    path: "models",
    group: "workspace",
    useTitle: () => useTranslations("models.pages")("providers"),
    useIsVisible: () => usePermission("model.manage"),
    icon: BrainCircuit,
    Component: later(() => import("./model-settings.tsx"), "ModelSettings"),
  },
  {
    path: "usage",
    group: "workspace",
    useTitle: () => useTranslations("models.pages")("usage"),
    useIsVisible: () => usePermission("usage.view"),
    icon: ReceiptText,
    Component: later(() => import("./usage-settings.tsx"), "UsageSettings"),
  },
];

function ModelsResident() {
  useBudgetWarnings();
  return null;
}

export const modelsFeature: Feature = { name: "models", settings, Resident: ModelsResident };
