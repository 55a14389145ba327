// The guides of the repository, to be read beside the reference.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { errors } from "@althing/contract";
import { Failure } from "../../../kernel/failure.ts";
import { htmlOf, linkHtml, servedPage } from "./page.ts";
import type { ServedText } from "./served-text.ts";

const folder = new URL("../../../../../../docs/guides/", import.meta.url);

type Guide = { title: string; page: ServedText };

export class GuidePages {
  readonly #index = servedPage(() => ({ title: "Guides", body: indexHtml(this.#all()) }));
  #guides: ReadonlyMap<string, Guide> | undefined;

  list(request: Request): Response {
    return this.#index.respond(request);
  }

  show(request: Request, name: string): Response {
    const guide = this.#all().get(name);
    if (!guide) throw new Failure(errors.NotFound);
    return guide.page.respond(request);
  }

  #all(): ReadonlyMap<string, Guide> {
    this.#guides ??= new Map(namesOfGuides().map((name) => [name, readGuide(name)]));
    return this.#guides;
  }
}

function namesOfGuides(): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
  return files.map((file) => file.slice(0, -".md".length)).sort();
}

function readGuide(name: string): Guide {
  const text = readFileSync(new URL(`${name}.md`, folder), "utf8");
  const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
  return { title, page: servedPage(() => ({ title, body: `<article>\n${htmlOf(text)}</article>` })) };
}

const indexHtml = (guides: ReadonlyMap<string, Guide>): string => `<article>
<h1>Guides</h1>
<ul>
${[...guides].map(([name, { title }]) => `<li>${linkHtml({ href: `/docs/guides/${name}`, text: title })}</li>`).join("\n")}
</ul>
</article>`;
