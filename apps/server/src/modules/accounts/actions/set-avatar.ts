// A picture of oneself, and none again.
import { type accounts, pictures } from "@althing/contract";
import { type AccountActor, requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction, WriteAction } from "../../../kernel/binding.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { drawPicture, type Frame, keepPicture } from "../../pictures/index.ts";
import { loadMe } from "../queries/self.ts";
import { lockAccount, updateAccount } from "../store/accounts.ts";
import { announceProfile } from "./announce.ts";

const frame: Frame = { limitBytes: pictures.pictureLimits.avatarBytes, sizePx: 256, fit: "square", animated: false };

export const setAvatar: OutsideAction<typeof accounts.setAvatar> = async (platform, { actor, input }) => {
  const account = requireAccount(actor);
  const picture = await drawPicture(input.picture, frame);
  return platform.write(account, async (tx) => {
    await keepPicture(tx, picture);
    return showPicture(tx, account, picture.hash);
  });
};

export const removeAvatar: WriteAction<typeof accounts.removeAvatar> = (tx, { actor }) =>
  showPicture(tx, requireAccount(actor), null);

async function showPicture(tx: WriteTx, { account }: AccountActor, hash: string | null): Promise<() => accounts.Me> {
  const row = await lockAccount(tx, account.id);
  if (row.avatar_picture === hash) return loadMe(tx, row);
  const changed = await updateAccount(tx, row.id, { avatar_picture: hash });
  return loadMe(tx, changed, await announceProfile(tx, changed));
}
