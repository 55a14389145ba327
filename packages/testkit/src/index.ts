export { expectConverges, type View } from "./expect-converges.ts";
export { type FakeAuthorizationServer, startAuthorizationServer } from "./fakes/authorization-server/index.ts";
export { type FakeHttpService, startHttpService } from "./fakes/http-service/index.ts";
export { type FakeMcpServer, type McpEra, startMcpServer } from "./fakes/mcp-server/index.ts";
export { fakeMcpProgram } from "./fakes/mcp-server/program.ts";
export { injection } from "./fakes/mcp-server/tools.ts";
export * as fakeModel from "./fakes/model-provider/index.ts";
export { type FakeModelProvider, type HeardRequest, startModelProvider } from "./fakes/model-provider/index.ts";
export { type PushService, startPushService } from "./fakes/push-service/index.ts";
export { type FakeWebSearch, type FoundPage, startWebSearch } from "./fakes/web-search/index.ts";
export {
  connect,
  type Following,
  type Harbour,
  openHarbour,
  type Person,
  password,
  refusal,
  signUp,
} from "./harbour.ts";
export { type Frame, type PlainEvent, PlainSocket } from "./plain-socket.ts";
export { cloneDatabase } from "./postgres.ts";
export { processorMs } from "./processor-ms.ts";
export { type ReadPdf, readPdf } from "./read-pdf.ts";
export { freePort, type SpawnedServer, spawnServer, temporaryDataDir } from "./spawn-server.ts";
export { startServer, type TestServer, type TestServerOptions } from "./start-server.ts";
