import { useNavigate } from "@tanstack/react-router";
import { Sparkles } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { fetchPart } from "../../../parts/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { useToast } from "../../../ui/toast.tsx";

/** Makes a workspace with people and talk in it, to look around in, and goes there. */
export function DemoButton() {
  const t = useTranslations("workspaces.demo");
  const client = useClient();
  const navigate = useNavigate();
  const toast = useToast();
  const [share, setShare] = useState<number>();
  const open = async () => {
    setShare(0);
    try {
      const { createDemo } = await fetchPart(() => import("./create-demo.ts"));
      const slug = await createDemo(client, t("workspace"), setShare);
      await navigate({ to: "/w/$slug", params: { slug } });
    } catch (error) {
      toast.showProblem(error);
      setShare(undefined);
    }
  };
  if (share !== undefined) return <Progress label={t("making")} value={share} />;
  return (
    <Button icon={<Sparkles />} onClick={() => void open()}>
      {t("create")}
    </Button>
  );
}
