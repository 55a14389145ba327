// The web app: its files at their own addresses, and its page at every address that the app may give a meaning to.
import type { Endpoint } from "./endpoint.ts";
import { assetUrl } from "./reference/assets.ts";
import { readWebFiles, type WebFile } from "./web/web-file.ts";

export type WebApp = {
  /** One for each file, so that no address leads outside of them. */
  endpoints: Endpoint[];
  /** What answers a browser that visits an address which is nobody else's. */
  page: Endpoint;
  isPage(request: Request, path: string): boolean;
};

/** Reads what was built once: while this server runs, its page and the files that it names belong together. */
export function createWebApp(folder: string): WebApp {
  const files = readWebFiles(folder);
  const index = files.find(({ path }) => path === "/index.html");
  const page: Endpoint = {
    name: "web.page",
    method: "GET",
    path: "/",
    answer: ({ request }) => index?.respond(request) ?? notBuilt(),
  };
  return { endpoints: [page, ...files.filter((file) => file !== index).map(endpointOf)], page, isPage };
}

const endpointOf = (file: WebFile): Endpoint => ({
  name: "web.file",
  method: "GET",
  path: file.path,
  answer: ({ request }) => file.respond(request),
});

const othersPaths = /^\/(api|assets|docs|health|media|metrics)(\/|$)/;
const fileName = /\.[^/]*$/;

function isPage({ method, headers }: Request, path: string): boolean {
  const isVisit = (method === "GET" || method === "HEAD") && headers.get("accept")?.includes("text/html") === true;
  return isVisit && !othersPaths.test(path) && !fileName.test(path);
}

const notBuilt = (): Response =>
  new Response(notBuiltPage(), {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      "cache-control": "no-store",
    },
  });

const notBuiltPage = () => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Althing</title>
<link rel="stylesheet" href="${assetUrl("reference.css")}">
</head>
<body>
<main>
<h1>Althing runs, and its web app is not built yet</h1>
<p>Start it with <code>npm start</code>, which builds what is missing, or run <code>bin/setup</code> and start it again.</p>
<p>Everything else works already: <a href="/docs">the API</a>, <a href="/docs/guides">its guides</a>, <a href="/health/ready">its health</a>.</p>
</main>
</body>
</html>
`;
