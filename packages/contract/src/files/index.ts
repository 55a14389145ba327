export * from "./file.ts";
export * from "./name.ts";
export * from "./routes.ts";
