// What this server is, and whether its first account is still to be made: asked before anyone has signed in.
import { files, messages, type platform as meta, pictures, realtime, workspaces } from "@althing/contract";
import { featureLevel } from "@althing/contract/platform";
import { version } from "../../../../package.json";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { needsSetupToken } from "../setup.ts";
import { hasOwner } from "../store/accounts.ts";

export const getMeta: OutsideAction<typeof meta.getMeta> = async (platform) => {
  const { config } = platform;
  const needsSetup = !(await platform.read(hasOwner));
  return {
    product: "althing",
    version,
    featureLevel,
    signup: config.accounts.signup,
    needsSetup,
    needsSetupToken: needsSetup && needsSetupToken(platform),
    limits: {
      ...messages.messageLimits,
      ...workspaces.emojiLimits,
      avatarBytes: pictures.pictureLimits.avatarBytes,
      emojiBytes: pictures.pictureLimits.emojiBytes,
      fileBytes: config.files.maxBytes,
      filesPerMessage: files.fileLimits.perMessage,
      bodyBytes: config.http.bodyLimitBytes,
      frameBytes: realtime.frameLimits.bytes,
      feedsPerSocket: realtime.frameLimits.feedsPerSocket,
      socketsPerAccount: config.realtime.socketsPerAccount,
    },
  };
};
