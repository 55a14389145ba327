export type { HeardRequest } from "./heard.ts";
export type { ListedModel } from "./models-list.ts";
export * from "./reply.ts";
export { type FakeModelProvider, type FakeModelProviderOptions, type Script, startModelProvider } from "./server.ts";
export { type HeardRecording, speech } from "./transcriptions.ts";
