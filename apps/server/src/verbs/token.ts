import { issueAccess, listAccounts } from "../modules/accounts/index.ts";
import { StartupFault } from "../platform/startup-fault.ts";
import { say, splitFlags, takeFlag, type Verb, withKernel } from "./verb.ts";

export const token: Verb = {
  name: "token",
  summary: "Print a short-lived access token, for scripts on this machine",
  usage: "althing token --as owner|EMAIL",
  async run(argv) {
    const { value: as = "owner", rest } = takeFlag(splitFlags(argv).flags, "--as");
    const issued = await withKernel(rest, async ({ platform }) => {
      const people = await platform.read(listAccounts);
      const found = people.find(({ isOwner, email }) => (as === "owner" ? isOwner : email === as.toLowerCase()));
      if (!found) {
        const advice =
          as === "owner" ? "Register the first account in the browser or by the API." : "See `althing user list`.";
        throw new StartupFault("account_not_found", `There is no account for ${as}. ${advice}`, 66);
      }
      return issueAccess(platform, found.id);
    });
    say(issued);
    return 0;
  },
};
