import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { askAhead } from "./build/ask-ahead.ts";
import { contractFacts } from "./build/contract-facts.ts";
import { createFirstScreen } from "./build/first-screen.ts";
import { chunkOfTexts, readyTexts } from "./build/ready-texts.ts";
import { workerWords } from "./src/worker/words.ts";

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];

/** `bin/dev` runs the server beside Vite. */
const server = `http://localhost:${process.env.PORT ?? 3000}`;

/** Few requests rather than the least bytes: what each opening needs at once, and what pages share not in crumbs. */
const chunks = [
  { name: chunkOfTexts, debugName: "texts", priority: 4 },
  { name: "vendor", tags: ["$initial" as const], test: /[\\/]node_modules[\\/]/, priority: 3 },
  { name: "start", tags: ["$initial" as const], priority: 2 },
  { name: createFirstScreen(), debugName: "first screen", priority: 1 },
  { name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 1_500 },
];

export default defineConfig({
  plugins: [contractFacts(), readyTexts(), react(), tailwindcss(), askAhead(), emitWorker(), compressAhead()],
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // All emoji in a language are larger than Vite likes a script to be.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      onwarn: (warning, warn) => {
        // Such as a validator of the contract, which the browser is not given.
        if (warning.code === "IMPORT_IS_UNDEFINED") throw new Error(warning.message);
        warn(warning);
      },
      output: {
        codeSplitting: { groups: chunks },
        // Else the name of what is shared lists all that share it.
        chunkFileNames: ({ name }) => `assets/${name.split("~")[0]}-[hash].js`,
      },
    },
  },
  server: { proxy: { "/api": { target: server, ws: true }, "/media": server, "/docs": server } },
});

/** Puts the service worker at the root, with the list of what an opening without a network needs. */
function emitWorker(): Plugin {
  const worker = join(import.meta.dirname, "src/worker/worker.js");
  const publicFolder = join(import.meta.dirname, "public");
  /** Such as all emoji in a language: kept when it is first used. */
  const isOutsideData = (path: string) => path.includes("/node_modules/") && path.endsWith(".json");
  return {
    name: "emit-worker",
    apply: "build",
    generateBundle(_, bundle) {
      const parts = Object.values(bundle).filter((part) =>
        part.type === "chunk" ? !part.moduleIds.every(isOutsideData) : part.fileName.endsWith(".css"),
      );
      const files = [...parts.map(({ fileName }) => fileName), ...readdirSync(publicFolder)]
        .map((name) => `/${name}`)
        .sort();
      const source = readFileSync(worker, "utf8");
      const version = createHash("sha256").update(files.join("\n")).update(source).digest("hex").slice(0, 12);
      this.emitFile({
        type: "asset",
        fileName: "worker.js",
        source: `self.shell = ${JSON.stringify({ version, files })};\nself.words = ${JSON.stringify(workerWords)};\n${source}`,
      });
    },
  };
}

/** Puts files for each encoding beside what is worth it, so that the server compresses nothing. */
function compressAhead(): Plugin {
  const worthwhileBytes = 1_024;
  return {
    name: "compress-ahead",
    apply: "build",
    async writeBundle({ dir = "dist" }) {
      const names = readdirSync(dir, { recursive: true, encoding: "utf8" });
      const texts = names.filter((name) => /\.(html|js|css|svg|webmanifest)$/.test(name));
      const compress = async (name: string) => {
        const bytes = readFileSync(join(dir, name));
        if (bytes.length < worthwhileBytes) return;
        writeFileSync(
          join(dir, `${name}.br`),
          await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        );
        writeFileSync(join(dir, `${name}.gz`), await gzipped(bytes, { level: 9 }));
      };
      await Promise.all(texts.map(compress));
    },
  };
}
