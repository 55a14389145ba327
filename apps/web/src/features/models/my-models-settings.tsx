import { useTranslations } from "use-intl";
import { spokenLater } from "../../i18n/index.ts";
import { usePermission } from "../workspaces/index.ts";
import { BudgetList } from "./budgets/budget-list.tsx";
import { ProviderList } from "./providers/provider-list.tsx";
import { UsageView } from "./usage/usage-view.tsx";

/** Keys of one's own in this workspace, what one spends, and how much one wants to. */
export const MyModelsSettings = spokenLater("models", MyModels);

function MyModels() {
  const t = useTranslations("models");
  const mayBring = usePermission("model.bring");
  return (
    <div className="flex flex-col gap-10">
      {mayBring && (
        <section className="flex flex-col gap-4">
          <h2 className="font-semibold text-base">{t("mine.keys")}</h2>
          <ProviderList personal hint={t("mine.hint")} />
        </section>
      )}
      <section className="flex flex-col gap-4">
        <h2 className="font-semibold text-base">{t("mine.usage")}</h2>
        <UsageView whose="mine" groupings={["model", "assistant", "room", "tool", "source"]} />
      </section>
      <section className="flex flex-col gap-4">
        <h2 className="font-semibold text-base">{t("budgets.title")}</h2>
        <BudgetList own />
      </section>
    </div>
  );
}
