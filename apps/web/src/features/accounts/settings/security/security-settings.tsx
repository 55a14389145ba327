import { EmailSection } from "./email-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";

/** Who gets into your account, and who is in it. */
export function SecuritySettings() {
  return (
    <>
      <EmailSection />
      <PasswordSection />
      <SessionsSection />
    </>
  );
}
