import { useTranslations } from "use-intl";

type Permission = { name: string; description: string };

/** What a permission allows, in the reader's language; needs the later texts of workspaces around. */
export function usePermissionText(): (permission: Permission) => string {
  const t = useTranslations("workspaces");
  return ({ name, description }) => {
    const [subject, verb] = name.split(".");
    const key = `permissions.${subject}.${verb}` as "permissions.message.send";
    return t.has(key) ? t(key) : description;
  };
}
