import { isIP } from "node:net";
import { z } from "zod";

export const text = z.string().describe("text");

export const path = z.string().describe("a path");

export const mailbox = z
  .string()
  .regex(/^[^<>@\s]+@[^<>@\s]+$|^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>$/)
  .describe("an address, as `a@b.c` or `Name <a@b.c>`");

export function integer(min: number, max: number) {
  return z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .describe(`a whole number from ${min} to ${max}`);
}

export function choice<const Options extends readonly [string, ...string[]]>(...options: Options) {
  return z.enum(options).describe(`one of ${options.map((option) => `\`${option}\``).join(", ")}`);
}

/** An address that begins with one of the schemes, without the slash at its end. */
export function url(...schemes: readonly [string, ...string[]]) {
  return z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)))
    .transform((value) => value.replace(/\/$/, ""))
    .describe(`an address beginning with ${schemes.map((scheme) => `\`${scheme}://\``).join(" or ")}`);
}

export const origin = url("http", "https")
  .refine((value) => new URL(value).origin === value)
  .describe("an origin such as `https://chat.example.org`");

export const cidr = z
  .string()
  .refine((value) => {
    const [address = "", prefix, ...rest] = value.split("/");
    const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return rest.length === 0 && bits > 0 && (prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= bits));
  })
  .describe("a network such as `10.0.0.0/8` or `::1`");

/** Items separated by commas. */
export function listOf<Item>(item: z.ZodType<Item, string>) {
  return z
    .string()
    .transform((value) =>
      value
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item))
    .describe(`a list, separated by commas, of: ${item.description}`);
}
