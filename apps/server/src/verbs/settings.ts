import { readConfig, settingDefinitions } from "../config.ts";
import { flagOf } from "../platform/settings/index.ts";
import { say, splitFlags, type Verb } from "./verb.ts";

export const settings: Verb = {
  name: "settings",
  summary: "Show every setting as it is in force, secrets hidden",
  usage: "althing settings",
  async run(argv) {
    const { values } = readConfig({ argv: splitFlags(argv).flags });
    for (const { key, secret } of settingDefinitions.map((one) => ({ secret: false, ...one }))) {
      const value = values[key];
      const shown =
        value === undefined
          ? "-"
          : secret
            ? "(set)"
            : Array.isArray(value)
              ? value.map(String).join(",")
              : String(value);
      say(`${key.padEnd(30)} ${shown.padEnd(30)} ${flagOf(key)}`);
    }
    return 0;
  },
};
