// The fake server as a program that is spoken to over its own input and output, as an operator would run one.
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { createTools, type Script } from "./tools.ts";

const script: Script = {
  calls: [],
  changingWords: `Knows ${Object.keys(process.env).toSorted().join(" ")}.`,
  waitAtGate: () => Promise.resolve(process.exit(3)),
};

serveStdio(() => createTools(script));
