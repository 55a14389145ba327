import type { connections } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { redirectUriOf } from "../oauth/client.ts";
import { listClientsByHand } from "../store/clients.ts";
import type { ClientRow } from "../tables.ts";

type OauthClient = (typeof connections.OauthClient)["_zod"]["output"];

export const viewClient = ({ issuer, client_id, secret }: ClientRow, redirectUri: string): OauthClient => ({
  issuer,
  clientId: client_id,
  hasSecret: secret !== null,
  redirectUri,
});

export const listOauthClients: ReadAction<typeof connections.listOauthClients> = async (tx, { input }) =>
  (await listClientsByHand(tx, input.workspaceId)).map((row) => viewClient(row, redirectUriOf(tx.knowledge)));
