import { createPasswords } from "../platform/secrets/index.ts";
import { StartupFault } from "../platform/startup-fault.ts";
import { say, splitFlags, type Verb, withDatabase } from "./verb.ts";

export const user: Verb = {
  name: "user",
  summary: "List, add, disable and enable people, and set their passwords",
  usage: "",
  async run() {
    void createPasswords;
    void StartupFault;
    void say;
    void splitFlags;
    void withDatabase;
    return 0;
  },
};
