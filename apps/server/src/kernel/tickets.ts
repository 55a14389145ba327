// A ticket opens one socket or stream: sealed, good for 30 seconds, used up by one insert whose conflict is the refusal.
import { realtime } from "@althing/contract";
import { AccountRef } from "@althing/contract/accounts";
import { z } from "zod";
import { defineMigration, defineStatement, type Session } from "../platform/database/index.ts";
import { type AccountActor, requireAccount } from "./actor.ts";
import { type OutsideAction, outside } from "./binding.ts";
import { defineModule } from "./module.ts";
import type { Platform } from "./platform.ts";

const lifeMs = 30_000;
const purpose = "ticket";
const Ticket = z.object({ nonce: z.string(), expiresAt: z.number(), account: AccountRef, sessionId: z.string() });

const useUp = defineStatement(
  "tickets.use",
  "insert into used_tickets (nonce, expires_at) values ($1, $2) on conflict do nothing returning nonce",
);
const deleteExpired = defineStatement("tickets.delete_expired", "delete from used_tickets where expires_at < now()");

const createTicket: OutsideAction<typeof realtime.createTicket> = async (platform, { actor }) => {
  const { account, sessionId } = requireAccount(actor);
  const expiresAt = platform.clock().getTime() + lifeMs;
  const ticket = { nonce: crypto.randomUUID(), expiresAt, account, sessionId } as const;
  return {
    ticket: platform.secrets.seal(purpose, JSON.stringify(ticket), purpose),
    expiresAt: new Date(expiresAt).toISOString(),
  };
};

/** Who a ticket stands for, if it is good and new; nobody else gets in with it. */
export async function redeemTicket(
  platform: Platform,
  ticket: string,
  query: <T>(work: (session: Session) => Promise<T>) => Promise<T>,
): Promise<AccountActor | undefined> {
  const opened = openTicket(platform, ticket);
  if (!opened || opened.expiresAt < platform.clock().getTime()) return undefined;
  const used = await query((session) => session.query(useUp, [opened.nonce, new Date(opened.expiresAt)]));
  if (used.length === 0) return undefined;
  return { kind: "account", account: opened.account, sessionId: opened.sessionId };
}

function openTicket(platform: Platform, ticket: string): z.output<typeof Ticket> | undefined {
  try {
    return Ticket.parse(JSON.parse(platform.secrets.open(purpose, ticket, purpose)));
  } catch {
    return undefined;
  }
}

export async function forgetUsedTickets(session: Session): Promise<void> {
  await session.query(deleteExpired);
}

/** What the kernel itself answers. */
export const ticketsModule = defineModule({
  name: "tickets",
  routes: [outside(realtime.createTicket, createTicket)],
  migrations: [
    defineMigration("kernel.002_tickets", {
      up: ["create table used_tickets (nonce uuid primary key, expires_at timestamptz not null)"],
      down: ["drop table used_tickets"],
    }),
  ],
});
