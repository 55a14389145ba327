import { system } from "../kernel/actor.ts";
import type { Kernel } from "../kernel/kernel.ts";
import {
  createAccount,
  disableAccount,
  enableAccount,
  endSessions,
  findAccountByAddress,
  type ListedAccount,
  listAccounts,
  setPassword,
} from "../modules/accounts/index.ts";
import { StartupFault } from "../platform/startup-fault.ts";
import { say, splitFlags, takeFlag, type Verb, withKernel } from "./verb.ts";

const usage = `althing user list
althing user add EMAIL --name NAME
althing user disable EMAIL
althing user enable EMAIL
althing user password EMAIL      sets a new password, and ends all sessions
althing user sessions EMAIL      ends all sessions

A password is read from the standard input; without one, one is made and printed.`;

type Work = (kernel: Kernel, email: string, flags: Flags) => Promise<string>;
type Flags = { name: string | undefined };

const works: Readonly<Record<string, Work>> = {
  async list({ platform }) {
    const people = await platform.read(listAccounts);
    return people
      .map((one) => `${(one.email ?? "-").padEnd(32)} ${one.handle.padEnd(20)} ${standingOf(one)}`)
      .join("\n");
  },
  async add({ platform }, email, { name }) {
    if (!name) throw new StartupFault("name_missing", "Say who it is: --name NAME", 64);
    const { password, shown } = await newPassword();
    const passwordHash = await platform.passwords.hash(password);
    const added = await platform.write(system, (tx) =>
      createAccount(tx, { email, name, handle: undefined, passwordHash }),
    );
    return `Added ${added.handle}.${shown}`;
  },
  async disable({ platform }, email) {
    const { id, handle } = await requireAccount(platform, email);
    await platform.write(system, (tx) => disableAccount(tx, id));
    return `Disabled ${handle}; all sessions have ended.`;
  },
  async enable({ platform }, email) {
    const { id, handle } = await requireAccount(platform, email);
    await platform.write(system, (tx) => enableAccount(tx, id));
    return `Enabled ${handle}.`;
  },
  async password({ platform }, email) {
    const { id, handle } = await requireAccount(platform, email);
    const { password, shown } = await newPassword();
    const passwordHash = await platform.passwords.hash(password);
    await platform.write(system, (tx) => setPassword(tx, id, passwordHash));
    return `${handle} has a new password.${shown}`;
  },
  async sessions({ platform }, email) {
    const { id, handle } = await requireAccount(platform, email);
    await platform.write(system, (tx) => endSessions(tx, id, "ended_by_owner"));
    return `All sessions of ${handle} have ended.`;
  },
};

export const user: Verb = {
  name: "user",
  summary: "List, add, disable and enable people, set passwords, end sessions",
  usage,
  async run(argv) {
    const { words, flags } = splitFlags(argv);
    const { value: name, rest } = takeFlag(flags, "--name");
    const [verb = "", email = ""] = words;
    const work = works[verb];
    if (!work || (verb !== "list" && !email.includes("@"))) throw new StartupFault("usage", usage, 64);
    say(await withKernel(rest, (kernel) => work(kernel, email, { name })));
    return 0;
  },
};

async function requireAccount(platform: Kernel["platform"], email: string): Promise<ListedAccount> {
  const found = await platform.read((tx) => findAccountByAddress(tx, email));
  if (!found)
    throw new StartupFault("account_not_found", `There is no account for ${email}. See \`althing user list\`.`, 66);
  return found;
}

function standingOf({ isOwner, isDisabled, kind }: ListedAccount): string {
  return [kind, isOwner && "owner", isDisabled && "disabled"].filter(Boolean).join(", ");
}

async function newPassword(): Promise<{ password: string; shown: string }> {
  const given = process.stdin.isTTY ? "" : (await new Response(process.stdin as never).text()).trim();
  if (given !== "") return { password: given, shown: "" };
  const made = Buffer.from(crypto.getRandomValues(new Uint8Array(15))).toString("base64url");
  return { password: made, shown: `\nThe password is: ${made}` };
}
