import { connections } from "@althing/contract";
import type { OutsideAction, WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { redirectUriOf } from "../oauth/client.ts";
import { viewClient } from "../queries/clients.ts";
import { sealedClientSecret } from "../secrets.ts";
import { deleteClient, upsertClient } from "../store/clients.ts";

export const setOauthClient: OutsideAction<typeof connections.setOauthClient> = async (platform, { actor, input }) => {
  const { workspaceId, issuer, clientId, clientSecret } = input;
  const secret =
    clientSecret === undefined ? null : sealedClientSecret.seal(platform.secrets, [workspaceId, issuer], clientSecret);
  const row = await platform.write(actor, (tx) =>
    upsertClient(tx, {
      workspace_id: workspaceId,
      issuer,
      client_id: clientId,
      secret,
      origin: "hand",
      created_at: tx.now,
    }),
  );
  return viewClient(row, redirectUriOf(platform));
};

export const removeOauthClient: WriteAction<typeof connections.removeOauthClient> = async (tx, { input }) => {
  if (!(await deleteClient(tx, input.workspaceId, input.issuer))) fail(connections.ConnectionNotFound);
  return null;
};
