export { cloneDatabase, startTestPostgres } from "./postgres.ts";
export { startServer, type TestServer, type TestServerOptions } from "./start-server.ts";
