import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../../connection/index.ts";

const builtIn = ["owner", "admin", "member", "guest"] as const;

/** What a role of this workspace is called: the built-in ones in the reader's language, its own as they were named. */
export function useRoleTitle(): (name: string) => string {
  const t = useTranslations("accounts.roles");
  const { id } = useWorkspace();
  const roles = useReplica((replica) => replica.roles[id]);
  return (name) => {
    const known = builtIn.find((one) => one === name);
    return known ? t(known) : (roles?.find((role) => role.name === name)?.title ?? name);
  };
}
