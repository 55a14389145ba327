// The fake as a program, for demonstrations, pictures and journeys through a browser: serve.ts [--port 4010] [--key sk-demo]
import { parseArgs } from "node:util";
import { demonstrate } from "./demo.ts";
import { startModelProvider } from "./server.ts";

const { values } = parseArgs({ options: { port: { type: "string", default: "4010" }, key: { type: "string" } } });
const provider = await startModelProvider({ port: Number(values.port), key: values.key });
provider.answer(demonstrate);
process.stdout.write(`${JSON.stringify({ url: provider.url, googleUrl: provider.googleUrl })}\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void provider.stop());
