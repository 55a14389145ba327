import { useTranslations } from "use-intl";
import { useConnection } from "../../connection/index.ts";
import { OutsidePage } from "../../shell/outside/outside-page.tsx";
import { Button } from "../../ui/button.tsx";
import { useToast } from "../../ui/toast.tsx";
import { CreateWorkspaceForm } from "./create-workspace.tsx";

/** Signed in, and at home nowhere yet. */
export function JoinPage() {
  const t = useTranslations("workspaces.join");
  const connection = useConnection();
  const { showProblem } = useToast();
  return (
    <OutsidePage
      title={t("title")}
      description={t("hint")}
      links={
        <Button variant="ghost" className="-ms-3" onClick={() => void connection.signOut().catch(showProblem)}>
          {t("signOut")}
        </Button>
      }
    >
      <CreateWorkspaceForm />
    </OutsidePage>
  );
}
