// The door of connections: whom outside services know people as, when tools are used in their name.
import { connections } from "@althing/contract";
import { outside, read, write } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { signIns } from "../tools/index.ts";
import { membershipHooks } from "../workspaces/index.ts";
import { beginSignIn } from "./actions/begin-sign-in.ts";
import { finishSignIn } from "./actions/finish-sign-in.ts";
import { removeConnection } from "./actions/remove-connection.ts";
import { removeOauthClient, setOauthClient } from "./actions/set-client.ts";
import { signInsByOauth } from "./bearer.ts";
import { endWithMembership, endWithSources } from "./listeners.ts";
import { createConnections } from "./migrations/001_connections.ts";
import { documentFolder, findDocument } from "./oauth/client.ts";
import { listOauthClients } from "./queries/clients.ts";
import { listConnections } from "./queries/connections.ts";
import { sealedClientSecret, sealedTokens, sealedVerifier } from "./secrets.ts";

signIns.register(signInsByOauth);
membershipHooks.register({ onDeparture: endWithMembership });

export const connectionsModule = defineModule({
  name: "connections",
  migrations: [createConnections],
  sealed: [sealedTokens, sealedVerifier, sealedClientSecret],
  listeners: [endWithSources],
  media: {
    folder: documentFolder,
    async find(platform, name) {
      const document = findDocument(platform, name);
      return document === undefined ? undefined : { mediaType: "application/json", bytes: new Blob([document]) };
    },
  },
  routes: [
    read(connections.listConnections, listConnections),
    outside(connections.beginSignIn, beginSignIn),
    outside(connections.finishSignIn, finishSignIn),
    outside(connections.removeConnection, removeConnection),
    read(connections.listOauthClients, listOauthClients),
    outside(connections.setOauthClient, setOauthClient),
    write(connections.removeOauthClient, removeOauthClient),
  ],
});
