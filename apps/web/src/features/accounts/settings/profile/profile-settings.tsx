import { useTranslations } from "use-intl";
import { useMe } from "../../person/use-person.ts";
import { Section } from "../section.tsx";
import { AvatarEditor } from "./avatar-editor.tsx";
import { ProfileForm } from "./profile-form.tsx";

/** What others see of you. */
export function ProfileSettings() {
  const t = useTranslations("accounts.profileSettings");
  const me = useMe();
  if (!me) return null;
  return (
    <>
      <Section title={t("avatar")} hint={t("avatarHint")}>
        <AvatarEditor me={me} />
      </Section>
      <Section title={t("about")}>
        <ProfileForm me={me} />
      </Section>
    </>
  );
}
