// What readers of the API are served: its documents, an interactive reference, the guides, and a page for each failure.
import { contract, errors } from "@althing/contract";
import { asyncapi, openapi, postman } from "@althing/contract/openapi";
import server from "../../../package.json" with { type: "json" };
import { Failure } from "../../kernel/failure.ts";
import { apiBase, type Endpoint } from "./endpoint.ts";
import type { Incoming } from "./operation.ts";
import { assets, assetUrl } from "./reference/assets.ts";
import { FailurePages } from "./reference/failure-pages.ts";
import { GuidePages } from "./reference/guide-pages.ts";
import { servedPage } from "./reference/page.ts";
import { ServedText } from "./reference/served-text.ts";

const { version } = server;

export function referenceEndpoints(): Endpoint[] {
  const failures = new FailurePages();
  const guides = new GuidePages();
  return [
    serve(
      "openapi",
      `${apiBase}/openapi.json`,
      json(() => openapi(contract, { version })),
    ),
    serve(
      "asyncapi",
      `${apiBase}/asyncapi.json`,
      json(() => asyncapi(contract, { version })),
    ),
    serve(
      "postman",
      "/docs/postman.json",
      json(() => postman(openapi(contract, { version }))),
    ),
    serve("operations", "/docs", servedPage(operationsPage)),
    at("assets", "/docs/assets/:file", ({ request, params }) => assetOf(params.file).respond(request)),
    at("failures", "/docs/errors", ({ request }) => failures.list(request)),
    at("failure", "/docs/errors/:name", ({ request, params }) => failures.explain(request, params.name ?? "")),
    at("guides", "/docs/guides", ({ request }) => guides.list(request)),
    at("guide", "/docs/guides/:name", ({ request, params }) => guides.show(request, params.name ?? "")),
  ];
}

const at = (name: string, path: string, answer: (incoming: Incoming) => Response): Endpoint => ({
  name: `reference.${name}`,
  method: "GET",
  path,
  answer,
});

const serve = (name: string, path: string, text: ServedText): Endpoint =>
  at(name, path, ({ request }) => text.respond(request));

const json = (make: () => unknown): ServedText =>
  new ServedText({ mediaType: "application/json", make: () => JSON.stringify(make()) });

function assetOf(file = ""): ServedText {
  const asset = assets.get(file);
  if (!asset) throw new Failure(errors.NotFound);
  return asset;
}

const operationsPage = () => ({
  title: "Operations",
  head: `<link rel="stylesheet" href="${assetUrl("swagger-ui.css")}">
<script src="${assetUrl("swagger-ui-bundle.js")}" defer></script>
<script src="${assetUrl("start.js")}" defer></script>
`,
  body: '<main id="reference"></main>',
});
