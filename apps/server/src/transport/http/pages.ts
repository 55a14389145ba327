// The page at `/` until the web app takes its place: says that Althing runs, and where to go on.
import type { Endpoint } from "./endpoint.ts";

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Althing</title>
<link rel="stylesheet" href="/althing.css">
</head>
<body>
<main>
<h1>Althing</h1>
<p>Your workspace is running.</p>
<nav>
<a href="/docs">API reference</a>
<a href="/health/ready">Health</a>
</nav>
<p class="next">Make the first account with <code>POST /api/v1/auth/register</code>; <a href="/docs/guides/first-steps">the first steps</a> go on from there.</p>
</main>
</body>
</html>
`;

const style = `:root{color-scheme:light dark;--ink:#1c2430;--paper:#fbfaf7;--accent:#0f6b63}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6e1;--paper:#14181d;--accent:#5cc8bc}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,sans-serif}
main{max-width:32rem;padding:2rem}
h1{margin:0;font-size:2.5rem;font-weight:650;letter-spacing:-.02em}
nav{display:flex;gap:1.5rem;margin:1.5rem 0}
a{color:var(--accent);text-underline-offset:.2em}
.next{opacity:.75;font-size:.9rem}
code{font-size:.9em}
`;

const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const text = (type: string, body: string): Response =>
  new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": policy,
      "cache-control": "no-cache",
    },
  });

export const pageEndpoints = (): Endpoint[] => [
  { name: "pages.home", method: "GET", path: "/", answer: () => text("text/html", page) },
  { name: "pages.style", method: "GET", path: "/althing.css", answer: () => text("text/css", style) },
];
