// Accounts: who people are, how they sign in and out, what they chose, and who is there.
import { accounts, platform } from "@althing/contract";
import { outside, read, write } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { pictureUses } from "../pictures/index.ts";
import { changePassword } from "./actions/change-password.ts";
import { endSession } from "./actions/end-session.ts";
import { forgotPassword } from "./actions/forgot-password.ts";
import { getMeta } from "./actions/get-meta.ts";
import { login } from "./actions/login.ts";
import { logout } from "./actions/logout.ts";
import { logoutAll } from "./actions/logout-all.ts";
import { refresh } from "./actions/refresh.ts";
import { register } from "./actions/register.ts";
import { resendVerification } from "./actions/resend-verification.ts";
import { resetPassword } from "./actions/reset-password.ts";
import { removeAvatar, setAvatar } from "./actions/set-avatar.ts";
import { setBusy } from "./actions/set-busy.ts";
import { setStatus } from "./actions/set-status.ts";
import { updateMe } from "./actions/update-me.ts";
import { updatePreferences } from "./actions/update-preferences.ts";
import { verifyEmail } from "./actions/verify-email.ts";
import { authenticate, isOwner, isSessionAlive } from "./authentication.ts";
import { cleanUp, cleanUpSchedule } from "./jobs/clean-up.ts";
import { clearExpired } from "./jobs/clear-expired.ts";
import { sendPasswordChanged } from "./jobs/send-password-changed.ts";
import { sendReset } from "./jobs/send-reset.ts";
import { sendVerification } from "./jobs/send-verification.ts";
import { forgetting } from "./memory.ts";
import { createAccounts } from "./migrations/001_accounts.ts";
import { addAvatarPicture } from "./migrations/002_avatar_picture.ts";
import { presenceDevices, presenceEars, presenceSignals } from "./presence/index.ts";
import { getAccount } from "./queries/get-account.ts";
import { getPreferences } from "./queries/get-preferences.ts";
import { listSessions } from "./queries/list-sessions.ts";
import { getMe } from "./queries/self.ts";
import { greeting } from "./setup.ts";
import { listShownPictures } from "./store/accounts.ts";

export { findActor } from "./acting.ts";
export { endSessions } from "./actions/announce.ts";
export { createAssistantAccount, createImportedAccounts } from "./actions/create-accounts.ts";
export { disableAccount, enableAccount } from "./actions/disable-account.ts";
export { setPassword } from "./actions/set-password.ts";
export { updateAssistantAccount } from "./actions/update-assistant-account.ts";
export { arrivals, type Wishes } from "./arrivals.ts";
export { post } from "./jobs/post.ts";
export { type Content, writeLetter } from "./letters.ts";
export { nearestNames } from "./names.ts";
export { createAccount, findAccountByAddress, issueAccess, type ListedAccount, listAccounts } from "./operator.ts";
export { isAtDevice, presenceOf } from "./presence/index.ts";
export { isSessionLive } from "./queries/live-sessions.ts";
export {
  findAccountsByHandles,
  listAccountRefs,
  listPreferences,
  listProfiles,
  listProfilesByName,
  listReachable,
} from "./queries/people.ts";

pictureUses.register(listShownPictures);

export const accountsModule = defineModule({
  name: "accounts",
  migrations: [createAccounts, addAvatarPicture],
  feeds: [{ kind: "account", mayFollow: async (_, accountId, ids) => new Set(ids.filter((id) => id === accountId)) }],
  ears: [...forgetting, ...presenceEars],
  signals: presenceSignals,
  devices: presenceDevices,
  jobs: [sendVerification, sendReset, sendPasswordChanged, clearExpired, cleanUp],
  schedules: [cleanUpSchedule],
  authenticate,
  isSessionAlive,
  isOwner,
  greeting,
  routes: [
    outside(platform.getMeta, getMeta),

    outside(accounts.register, register),
    outside(accounts.login, login),
    outside(accounts.refresh, refresh),
    write(accounts.logout, logout),
    write(accounts.logoutAll, logoutAll),
    read(accounts.listSessions, listSessions, { snapshot: false }),
    write(accounts.endSession, endSession),

    write(accounts.verifyEmail, verifyEmail),
    write(accounts.resendVerification, resendVerification),
    write(accounts.forgotPassword, forgotPassword),
    outside(accounts.resetPassword, resetPassword),
    outside(accounts.changePassword, changePassword),

    read(accounts.getMe, getMe),
    write(accounts.updateMe, updateMe),
    outside(accounts.setAvatar, setAvatar),
    write(accounts.removeAvatar, removeAvatar),
    read(accounts.getAccount, getAccount),
    write(accounts.setStatus, setStatus),
    write(accounts.setBusy, setBusy),
    read(accounts.getPreferences, getPreferences, { snapshot: false }),
    write(accounts.updatePreferences, updatePreferences),
  ],
});
