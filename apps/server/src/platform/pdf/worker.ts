// A process of its own for one document: it comes as JSON on standard input, the PDF leaves on standard output, and all that
// was allocated and cached for it goes with the process. A compiler that hangs, or takes too much, is killed from outside.
import { setPriority } from "node:os";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PdfDocument } from "./document.ts";
import { familiesFor, fontFolders } from "./fonts.ts";

/** People who talk go before what is printed. */
const politePriority = 10;

async function typeset(): Promise<void> {
  setPriority(politePriority);
  const words: string[] = [];
  const document = JSON.parse(await Bun.stdin.text(), (key, value) => {
    if (key === "text") words.push(value);
    return value;
  }) as PdfDocument;
  const sheet = JSON.stringify({
    ...document,
    // The compiler takes the language alone.
    language: /^[a-z]{2,3}(?=-|$)/i.exec(document.language ?? "")?.[0].toLowerCase() ?? "en",
    fonts: familiesFor(`${document.title} ${words.join(" ")}`),
  });
  const compiler = NodeCompiler.create({ workspace: import.meta.dir, fontArgs: [{ fontPaths: [...fontFolders] }] });
  const { result } = compiler.compile({ mainFilePath: join(import.meta.dir, "template.typ"), inputs: { sheet } });
  // What the compiler says of a failure may hold what people wrote, and so is told to nobody.
  if (!result) process.exit(1);
  await Bun.write(Bun.stdout, compiler.pdf(result));
}

await typeset();
