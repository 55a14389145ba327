// Signing up, in and out. The refresh token is in the body, or with `session: "cookie"` only in an HttpOnly cookie.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { AccountId, defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { line, Timestamp } from "../kit/text.ts";
import { Handle, Me, WorkspaceSummary } from "./account.ts";

export const SessionId = defineId("SessionId");
export type SessionId = z.output<typeof SessionId>;

export const EmailTaken = defineError("email_taken", {
  status: 409,
  title: "This address has an account already",
  message: "Sign in with it, or reset its password.",
});
export const HandleTaken = defineError("handle_taken", {
  status: 409,
  title: "This handle is taken",
  message: "Choose another handle.",
});
export const SignupClosed = defineError("signup_closed", {
  status: 403,
  title: "Sign-up needs an invitation",
  message: "Ask a member of the workspace for an invitation link.",
});
export const SetupTokenRequired = defineError("setup_token_required", {
  status: 403,
  title: "The first account needs the set-up token",
  message: "Send the `setupToken` that the server printed when it started.",
});
export const CredentialsWrong = defineError("credentials_wrong", {
  status: 401,
  title: "The address or the password is wrong",
  message: "Check both and try again, or reset your password.",
});
export const LinkExpired = defineError("link_expired", {
  status: 410,
  title: "This link is used up or too old",
  message: "Ask for a new one; each works once and only for a short time.",
});
export const RefreshTokenInvalid = defineError("refresh_token_invalid", {
  status: 401,
  title: "This session has ended",
  message: "Sign in again.",
});
export const InvitationInvalid = defineError("invitation_invalid", {
  status: 410,
  title: "This invitation is no longer valid",
  message: "Ask for a new invitation; this one is used up, withdrawn or too old.",
});
export const PasswordWrong = defineError("password_wrong", {
  status: 403,
  title: "The current password is wrong",
  message: "Type your current password again, or reset it by mail.",
});

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .email()
  .meta({ examples: ["ana@example.org"] });
const Password = z
  .string()
  .min(10, "must have at least 10 characters")
  .max(200)
  .meta({ examples: ["correct horse battery"] });
const SessionKind = z.enum(["token", "cookie"]).default("token");

const Grant = z.object({
  accessToken: z.string().meta({ description: "A JWT for `Authorization: Bearer`." }),
  expiresInSeconds: z.int(),
  refreshToken: z.string().optional(),
});
export const SignedIn = Grant.extend({ account: Me, workspace: WorkspaceSummary.nullable() }).meta({ id: "SignedIn" });

export const register = defineRoute("accounts.register", {
  http: "POST /auth/register",
  summary: "Create an account and sign in",
  description:
    "The first account of an installation becomes its owner. `workspaceName` makes a workspace owned by the new account; `invitation` joins one.",
  public: true,
  input: z.strictObject({
    email: Email,
    password: Password,
    name: line(80),
    handle: Handle.optional(),
    workspaceName: line(80).optional(),
    invitation: z.string().max(200).optional(),
    setupToken: z.string().max(200).optional(),
    session: SessionKind,
  }),
  output: SignedIn,
  status: 201,
  errors: [EmailTaken, HandleTaken, SignupClosed, SetupTokenRequired, InvitationInvalid],
  limit: limits.register,
  example: { email: "ana@example.org", password: "correct horse battery", name: "Ana", workspaceName: "Harbour" },
});

export const login = defineRoute("accounts.login", {
  http: "POST /auth/login",
  summary: "Sign in with email and password",
  public: true,
  input: z.strictObject({ email: Email, password: z.string().min(1).max(200), session: SessionKind }),
  output: SignedIn,
  errors: [CredentialsWrong],
  limit: limits.signIn,
  example: { email: "ana@example.org", password: "correct horse battery" },
});

export const refresh = defineRoute("accounts.refresh", {
  http: "POST /auth/refresh",
  summary: "Trade a refresh token for a new pair",
  description:
    "Each refresh token works once. Using an old one again ends the whole family of sessions made from it; a cookie may be presented again for 30 seconds, as two tabs do.",
  public: true,
  input: z.strictObject({ refreshToken: z.string().max(500).optional() }),
  output: Grant,
  errors: [RefreshTokenInvalid],
  limit: limits.refresh,
  example: {},
});

export const logout = defineRoute("accounts.logout", {
  http: "POST /auth/logout",
  summary: "End this session at once",
  input: z.strictObject({}),
  output: z.null(),
  limit: limits.write,
});

export const logoutAll = defineRoute("accounts.logout_all", {
  http: "POST /auth/logout-all",
  summary: "End every session of this account at once",
  input: z.strictObject({}),
  output: z.object({ ended: z.int() }),
  limit: limits.write,
});

export const verifyEmail = defineRoute("accounts.verify_email", {
  http: "POST /auth/verify-email",
  summary: "Confirm an address with the token from the mail",
  public: true,
  input: z.strictObject({ token: z.string().max(200) }),
  output: z.object({ email: z.string() }),
  errors: [LinkExpired],
  limit: limits.public,
  example: { token: "Zm9yZ290dGVuIHRva2Vu" },
});

export const resendVerification = defineRoute("accounts.resend_verification", {
  http: "POST /auth/resend-verification",
  summary: "Send the verification mail again",
  input: z.strictObject({}),
  output: z.null(),
  status: 202,
  limit: limits.mail,
});

export const forgotPassword = defineRoute("accounts.forgot_password", {
  http: "POST /auth/forgot-password",
  summary: "Ask for a mail with a link to choose a new password",
  description: "The answer is the same whether the address has an account or not.",
  public: true,
  input: z.strictObject({ email: Email }),
  output: z.null(),
  status: 202,
  limit: limits.mail,
  example: { email: "ana@example.org" },
});

export const resetPassword = defineRoute("accounts.reset_password", {
  http: "POST /auth/reset-password",
  summary: "Choose a new password with the token from the mail",
  description: "Ends every session of the account.",
  public: true,
  input: z.strictObject({ token: z.string().max(200), password: Password }),
  output: z.null(),
  errors: [LinkExpired],
  limit: limits.public,
  example: { token: "Zm9yZ290dGVuIHRva2Vu", password: "another good passphrase" },
});

export const changePassword = defineRoute("accounts.change_password", {
  http: "POST /users/me/password",
  summary: "Change the password",
  description: "Ends every other session of the account.",
  input: z.strictObject({ currentPassword: z.string().min(1).max(200), password: Password }),
  output: z.null(),
  errors: [PasswordWrong],
  limit: limits.signIn,
});

export const Session = z
  .object({
    id: SessionId,
    device: z.string().meta({ description: "Browser and system, as far as the client told." }),
    address: z.string().nullable(),
    createdAt: Timestamp,
    lastUsedAt: Timestamp,
    expiresAt: Timestamp,
    current: z.boolean(),
  })
  .meta({ id: "Session" });
export type Session = z.output<typeof Session>;

export const SessionNotFound = defineError("session_not_found", {
  status: 404,
  title: "There is no such session",
  message: "It has ended already, or belongs to someone else.",
});

export const listSessions = defineRoute("accounts.list_sessions", {
  http: "GET /users/me/sessions",
  summary: "Your sessions, the last used first",
  input: z.strictObject({}),
  output: z.array(Session),
  limit: limits.read,
});

export const endSession = defineRoute("accounts.end_session", {
  http: "DELETE /users/me/sessions/:sessionId",
  summary: "End one of your sessions",
  input: z.strictObject({ sessionId: SessionId }),
  output: z.null(),
  errors: [SessionNotFound],
  limit: limits.write,
});

/** The claims of an access token, after the standard ones. */
export const AccessClaims = z.object({ sub: AccountId, sid: SessionId, exp: z.number() });
