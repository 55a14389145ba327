import { DoorOpen } from "lucide-react";
import { useTranslations } from "use-intl";
import { useConnection } from "../../connection/index.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { CreateWorkspaceForm } from "./create-workspace.tsx";

/** Signed in, and at home nowhere yet. */
export function JoinPage() {
  const t = useTranslations("workspaces.join");
  const connection = useConnection();
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas p-4">
      <div className="w-full max-w-md">
        <EmptyState icon={<DoorOpen />} heading="h1" title={t("title")}>
          {t("hint")}
        </EmptyState>
        <Card className="p-5">
          <CreateWorkspaceForm />
        </Card>
        <div className="mt-6 text-center">
          <Button variant="ghost" onClick={() => void connection.signOut()}>
            {t("signOut")}
          </Button>
        </div>
      </div>
    </main>
  );
}
