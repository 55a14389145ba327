import { join } from "node:path";

/** The path of the fake server as a program. */
export const fakeMcpProgram = join(import.meta.dirname, "serve.ts");
