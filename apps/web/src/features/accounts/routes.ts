// The addresses of this feature, all outside of workspaces. The server's mails lead to `/verify-email`, `/reset-password`
// and `/forgot-password`.

import { createRoute, redirect } from "@tanstack/react-router";
import type { Connection } from "../../connection/index.ts";
import { laterPage } from "../../parts/index.ts";
import { rootRoute } from "../../shell/index.ts";
import { addressWithin } from "./outside/next.ts";

type Search = Record<string, unknown>;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: ({ next }: Search): { next?: string } => (next ? { next: textOf(next) } : {}),
  beforeLoad: ({ context: { connection }, search: { next } }) => leaveIfSignedIn(connection, next),
  loader: async ({ context: { connection } }) => {
    const meta = await askMeta(connection);
    if (meta.needsSetup) throw redirect({ to: "/welcome", replace: true });
    return meta;
  },
  gcTime: 0,
  component: laterPage(() => import("./outside/sign-in-page.tsx"), "SignInPage"),
});

/** The first run: the owner and their workspace. */
const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcome",
  validateSearch: ({ setupToken }: Search): { setupToken?: string } =>
    setupToken ? { setupToken: textOf(setupToken) } : {},
  loader: async ({ context: { connection } }) => {
    const meta = await askMeta(connection);
    if (!meta.needsSetup) throw redirect({ to: "/sign-in", replace: true });
    return meta;
  },
  gcTime: 0,
  component: laterPage(() => import("./outside/welcome-page.tsx"), "WelcomePage"),
});

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/register",
  validateSearch: ({ invitation }: Search): { invitation?: string } =>
    invitation ? { invitation: textOf(invitation) } : {},
  beforeLoad: ({ context: { connection }, search: { invitation } }) =>
    leaveIfSignedIn(connection, invitation && `/invite/${invitation}`),
  loaderDeps: ({ search: { invitation } }) => ({ invitation }),
  loader: async ({ context: { connection }, deps: { invitation } }) => {
    if (invitation) {
      const preview = await connection.client.workspaces.previewInvitation({ token: invitation });
      return { mayRegister: true, preview };
    }
    const { needsSetup, signup } = await askMeta(connection);
    if (needsSetup) throw redirect({ to: "/welcome", replace: true });
    return { mayRegister: signup === "open", preview: undefined };
  },
  gcTime: 0,
  component: laterPage(() => import("./outside/register-page.tsx"), "RegisterPage"),
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/forgot-password",
  component: laterPage(() => import("./outside/forgot-password-page.tsx"), "ForgotPasswordPage"),
});

const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reset-password",
  validateSearch: ({ token }: Search): { token: string } => ({ token: textOf(token) }),
  component: laterPage(() => import("./outside/reset-password-page.tsx"), "ResetPasswordPage"),
});

const verifyEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/verify-email",
  validateSearch: ({ token }: Search): { token: string } => ({ token: textOf(token) }),
  component: laterPage(() => import("./outside/verify-email-page.tsx"), "VerifyEmailPage"),
});

export const accountsRoutes = [
  signInRoute,
  welcomeRoute,
  registerRoute,
  forgotPasswordRoute,
  resetPasswordRoute,
  verifyEmailRoute,
] as const;

/** What the server is and allows. Waited for, so that a page does not change after it is shown. */
const askMeta = ({ client }: Connection) => client.platform.getMeta();

async function leaveIfSignedIn(connection: Connection, next: string | undefined): Promise<void> {
  if ((await connection.session()) === "signed-in")
    throw redirect({ href: addressWithin(next, window.location.origin) });
}
