/**
 * Every route of the contract, asked by everyone there is: who holds the permission gets through, who does not is refused,
 * and for who is outside nothing exists. A new route is in here by being declared.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { BuiltInRole, RouteDef } from "@althing/contract";
import { type Harbour, openHarbour, type Person, startServer, type TestServer } from "@althing/testkit";
import { permissions } from "../../src/kernel/permission.ts";
import { allRoutes, askRaw, inputFor, makeRole, type Stage, setStage } from "../routes.ts";

let server: TestServer;
let harbour: Harbour;
let askers: Record<Asker, Person>;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  const { ana, ben, gus, eve, workspaceId, arrive } = harbour;
  const ada = await arrive("Ada", "admin");
  const xan = await arrive("Xan");
  await ana.workspaces.removeMember({ workspaceId, accountId: xan.id });
  askers = { owner: ana, admin: ada, member: ben, guest: gus, "ex-member": xan, outsider: eve };
});
afterAll(() => server.dispose());

type Asker = BuiltInRole | "ex-member" | "outsider";
const inside: readonly BuiltInRole[] = ["owner", "admin", "member", "guest"];
const everybody: readonly Asker[] = [...inside, "ex-member", "outsider"];

/** Rights that a verb asks for beyond its route's. */
const alsoNeeded: Readonly<Record<string, string>> = {
  "rooms.create": "room.create",
  "messages.import": "workspace.import",
  "messages.delete": "message.delete",
  "rooms.delete_category": "workspace.update",
  "models.get_provider": "model.manage",
  "models.create_provider": "model.manage",
  "models.update_provider": "model.manage",
  "models.delete_provider": "model.manage",
  "models.test_provider": "model.manage",
  "models.set": "model.manage",
  "models.remove": "model.manage",
  "models.delete_budget": "model.manage",
};

function holds(role: BuiltInRole, route: RouteDef): boolean {
  const needed = [route.permission?.name, alsoNeeded[route.name]].flatMap((name) =>
    name ? [permissions.get(name)] : [],
  );
  return role === "owner" || needed.every((permission) => permission?.roles.includes(role));
}

/** Routes that end what the asker needs for the next one; they have tests of their own. */
const ending = new Set(["accounts.logout", "accounts.logout_all", "accounts.change_password", "workspaces.leave"]);
/** `ben` must stay who he is while others act on him. */
const actingOnBen = new Set(["workspaces.set_member_roles", "workspaces.remove_member", "rooms.transfer"]);

/** What the next attempt acts upon. Who is refused leaves it as it is, so it serves until someone gets through. */
let stage: Stage | undefined;

async function attempt(route: RouteDef, asker: Asker | "anonymous") {
  const { ben, cem, gus, workspaceId } = harbour;
  const person = asker === "anonymous" ? undefined : askers[asker];
  stage ??= await setStage(harbour, [ben, cem, gus, askers.admin]);
  const accountId = actingOnBen.has(route.name)
    ? (await harbour.arrive(`V${crypto.randomUUID().slice(0, 6)}`)).id
    : cem.id;
  const roleName = route.params.includes("name") ? await makeRole(harbour) : "none";
  const input = inputFor(route, { ...stage, workspaceId, accountId, roleName });
  const answer = await askRaw(server.url, route, input, await person?.session.token());
  if (![401, 403, 404].includes(answer.status)) stage = undefined;
  return answer;
}

for (const route of allRoutes.filter(({ access }) => access !== "public")) {
  test(`${route.name}: nobody gets in without signing in`, async () => {
    const { status, body } = await attempt(route, "anonymous");
    expect([status, body.code]).toEqual([401, "unauthenticated"]);
  });
}

describe("routes that ask for a permission", () => {
  for (const route of allRoutes.filter(({ access, name }) => access === "permission" && !ending.has(name))) {
    for (const asker of everybody) {
      test(`${route.name} asked by ${asker}`, async () => {
        const { status, body } = await attempt(route, asker);
        if (asker === "ex-member" || asker === "outsider") {
          expect([status, body.code]).toEqual([404, `${route.object}_not_found`]);
        } else if (holds(asker, route)) {
          expect([
            "forbidden",
            "unauthenticated",
            "validation_failed",
            "internal",
            `${route.object}_not_found`,
          ]).not.toContain(body.code as string);
        } else {
          expect([status, body.code]).toEqual([403, "forbidden"]);
        }
      });
    }
  }
});

describe("routes for anyone signed in", () => {
  for (const route of allRoutes.filter(({ access, name }) => access === "account" && !ending.has(name))) {
    test(`${route.name} works on what is one's own`, async () => {
      const { body } = await attempt(route, "outsider");
      expect(["unauthenticated", "validation_failed", "internal", "forbidden"]).not.toContain(
        route.name === "workspaces.create_invitation" ? "" : (body.code ?? ""),
      );
    });
  }
});

describe("routes for the owner of the installation", () => {
  for (const route of allRoutes.filter(({ access }) => access === "owner")) {
    for (const asker of everybody) {
      test(`${route.name} asked by ${asker}`, async () => {
        const { status, body } = await attempt(route, asker);
        // Ana made the first account. Owners and admins of a workspace are nobody here.
        if (asker === "owner") {
          expect(["owner_only", "unauthenticated", "validation_failed", "internal"]).not.toContain(body.code as string);
        } else {
          expect([status, body.code]).toEqual([403, "owner_only"]);
        }
      });
    }
  }
});
