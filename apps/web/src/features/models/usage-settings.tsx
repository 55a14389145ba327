import { useTranslations } from "use-intl";
import { spokenLater } from "../../i18n/index.ts";
import { usePermission } from "../workspaces/index.ts";
import { BillList } from "./bills/bill-list.tsx";
import { BudgetList } from "./budgets/budget-list.tsx";
import { UsageView } from "./usage/usage-view.tsx";

/** What everyone spends, and how much may be. */
export const UsageSettings = spokenLater("models", Usage);

function Usage() {
  const t = useTranslations("models");
  const mayManage = usePermission("model.manage");
  return (
    <div className="flex flex-col gap-10">
      <UsageView whose="all" groupings={["model", "member", "assistant", "room", "provider", "tool", "source"]} />
      {mayManage && (
        <>
          <section className="flex flex-col gap-4">
            <h2 className="font-semibold text-base">{t("budgets.title")}</h2>
            <BudgetList own={false} />
          </section>
          <section className="flex flex-col gap-4">
            <h2 className="font-semibold text-base">{t("bills.title")}</h2>
            <BillList />
          </section>
        </>
      )}
    </div>
  );
}
