/**
 * The browser needs of the contract what it declares, not the validators: where a route is, what a failure's code is. So
 * the contract is run while building, and the app is given its facts as plain values. Types are the contract's own.
 */
import { join } from "node:path";
import { type Plugin, runnerImport } from "vite";

const contract = join(import.meta.dirname, "../../../packages/contract/src");
const prefix = "\0contract:";

type Namespace = Readonly<Record<string, unknown>>;

/** Files of the contract, by its module, that hold pure functions and no validators: the app is given them as they are. */
const functions: Readonly<Record<string, readonly string[]>> = {
  "": ["kit/feed-name.ts", "kit/sends-json.ts"],
  chats: ["chats/blanks.ts"],
};

export function contractFacts(): Plugin {
  let loading: Promise<Namespace> | undefined;
  const load = () => {
    loading ??= runnerImport<Namespace>(join(contract, "index.ts")).then(({ module }) => module);
    return loading;
  };
  return {
    name: "contract-facts",
    enforce: "pre",
    resolveId: (id) => {
      if (id === "@althing/contract") return prefix;
      return id.startsWith(prefix) ? id : undefined;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const whole = await load();
      const name = id.slice(prefix.length);
      const facts = name === "" ? sourceOfIndex(whole) : sourceOf(whole[name] as Namespace);
      const pure = (functions[name] ?? []).map((path) => `export * from ${JSON.stringify(join(contract, path))};`);
      return [facts, ...pure].join("\n");
    },
  };
}

/** Modules of the contract are modules here too, so that what nobody uses is left out. */
function sourceOfIndex(whole: Namespace): string {
  const isModule = (value: unknown) => Object.prototype.toString.call(value) === "[object Module]";
  const modules = Object.keys(whole).filter((name) => isModule(whole[name]));
  const own = Object.entries(whole).filter(([name]) => !modules.includes(name) && name !== "contract");
  const inContract = Object.keys(whole.contract as Namespace);
  return [
    ...modules.map((name) => `import * as ${name} from ${JSON.stringify(prefix + name)};`),
    `export { ${modules.join(", ")} };`,
    `export const contract = { ${inContract.join(", ")} };`,
    sourceOf(Object.fromEntries(own)),
  ].join("\n");
}

const sourceOf = (namespace: Namespace): string =>
  Object.entries(namespace)
    .flatMap(([name, value]) => {
      const fact = factOf(value);
      return fact === undefined ? [] : `export const ${name} = ${JSON.stringify(fact)};`;
    })
    .join("\n");

type Definition = { kind: string; [part: string]: unknown };

/** What the SDK and the app read of each kind of definition. Validators and functions have none; plain values stay. */
function factOf(value: unknown): unknown {
  if (isDefinition(value)) {
    const { kind } = value;
    if (kind === "route") return factOfRoute(value);
    if (kind === "error") return pick(value, ["kind", "code", "status"]);
    if (kind === "event") return pick(value, ["kind", "type", "durability"]);
    if (kind === "permission") return pick(value, ["kind", "name"]);
    return undefined;
  }
  return isPlain(value) ? value : undefined;
}

/** Of hundreds of routes most are alike: what is usual is not said. */
const factOfRoute = (route: Definition): object => ({
  ...pick(route, ["kind", "method", "path"]),
  ...(route.access === "public" && { access: route.access }),
  ...(route.idempotent === true && { idempotent: true }),
  ...(route.body === "bytes" && { body: route.body }),
});

const isDefinition = (value: unknown): value is Definition =>
  typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string";

const isPlain = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return typeof value !== "function" && value !== undefined;
  if (![Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value))) return false;
  return Object.values(value).every(isPlain);
};

const pick = (value: Definition, parts: readonly string[]): object =>
  Object.fromEntries(parts.map((part) => [part, value[part]]));
