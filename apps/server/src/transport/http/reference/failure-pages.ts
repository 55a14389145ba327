// A page for each failure, where the `type` of its problem leads: what it means, what to do, and which operations give it.
import { contract, type ErrorDef, errors } from "@althing/contract";
import { errorPath, errorsOf, failuresOf, moduleOf, routesOf, Schemas } from "@althing/contract/openapi";
import { Failure } from "../../../kernel/failure.ts";
import { escapeHtml, inlineHtmlOf, linkHtml, servedPage } from "./page.ts";
import type { ServedText } from "./served-text.ts";

type Explanation = {
  code: string;
  title: string;
  status: number;
  message: string;
  retry: boolean;
  /** What `data` holds, as JSON Schema; null where it holds nothing. */
  data: unknown;
  operations: { operationId: string; request: string; summary: string }[];
};

const nameOf = ({ code }: ErrorDef): string => code.replaceAll("_", "-");

export class FailurePages {
  readonly #defs = errorsOf(contract);
  readonly #byName = new Map(this.#defs.map((def) => [nameOf(def), def]));
  readonly #pages = new Map<string, ServedText>();
  readonly #index = servedPage(() => ({ title: "Failures", body: indexHtml(this.#defs) }));

  list(request: Request): Response {
    return this.#index.respond(request);
  }

  explain(request: Request, name: string): Response {
    const def = this.#byName.get(name);
    if (!def) throw new Failure(errors.NotFound);
    const response = prefersJson(request) ? asJson(explanationOf(def)) : this.#page(name, def).respond(request);
    response.headers.append("vary", "Accept");
    return response;
  }

  #page(name: string, def: ErrorDef): ServedText {
    const page = this.#pages.get(name) ?? servedPage(() => ({ title: def.title, body: html(explanationOf(def)) }));
    this.#pages.set(name, page);
    return page;
  }
}

const prefersJson = (request: Request): boolean => {
  const accepted = request.headers.get("accept") ?? "";
  return accepted.includes("json") && !accepted.includes("text/html");
};

const asJson = (data: unknown): Response => Response.json({ status: 200, message: "OK", data });

function explanationOf({ code, title, status, message, retry, data }: ErrorDef): Explanation {
  const operations = routesOf(contract)
    .filter((route) => failuresOf(contract, route).some((failure) => failure.code === code))
    .map(({ name, method, path, summary }) => ({ operationId: name, request: `${method} ${path}`, summary }));
  return { code, title, status, message, retry, data: data ? new Schemas().output(data) : null, operations };
}

const indexHtml = (defs: readonly ErrorDef[]): string => `<article>
<h1>Failures</h1>
<p>Every failure is a problem document with one of these codes. A code never changes its meaning.</p>
<table>
<thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead>
<tbody>
${defs.map(({ code, status, title }) => `<tr><td>${linkHtml({ href: errorPath(code), text: code })}</td><td>${status}</td><td>${escapeHtml(title)}</td></tr>`).join("\n")}
</tbody>
</table>
</article>`;

const html = ({ code, title, status, message, retry, data, operations }: Explanation): string => `<article>
<h1>${escapeHtml(title)}</h1>
<p class="facts"><code>${code}</code> · status ${status} · ${retry ? "the same request may succeed later" : "the same request fails again"}</p>
<h2>What to do</h2>
<p>${inlineHtmlOf(message)}</p>
${data ? `<h2>What <code>data</code> holds</h2>\n<pre><code>${escapeHtml(JSON.stringify(data, null, 2))}</code></pre>` : ""}
${operations.length > 0 ? `<h2>Operations that give it</h2>\n<ul>\n${operations.map(operationHtml).join("\n")}\n</ul>` : ""}
</article>`;

const operationHtml = ({ operationId, request, summary }: Explanation["operations"][number]): string =>
  `<li>${linkHtml({ href: `/docs#/${moduleOf(operationId)}/${operationId}`, text: request })} ${inlineHtmlOf(summary)}</li>`;
