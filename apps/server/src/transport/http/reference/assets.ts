// The files that the pages load. Their addresses name their contents, so a browser may keep them for good.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ServedText } from "./served-text.ts";

const places = {
  "reference.css": new URL("assets/reference.css", import.meta.url),
  "start.js": new URL("assets/start.js", import.meta.url),
  "swagger-ui.css": import.meta.resolve("swagger-ui-dist/swagger-ui.css"),
  "swagger-ui-bundle.js": import.meta.resolve("swagger-ui-dist/swagger-ui-bundle.js"),
};
export type AssetName = keyof typeof places;

export const assets: ReadonlyMap<string, ServedText> = new Map(
  Object.entries(places).map(([name, place]) => [
    name,
    new ServedText({
      mediaType: name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8",
      make: () => readFileSync(fileURLToPath(place), "utf8"),
      headers: { "cache-control": "public, max-age=31536000, immutable" },
    }),
  ]),
);

export const assetUrl = (name: AssetName): string => `/docs/assets/${name}?v=${assets.get(name)?.tag}`;
