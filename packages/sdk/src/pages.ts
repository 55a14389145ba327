import type { OutputOf, RequestOf, RouteDef } from "@althing/contract";
import type { Client } from "./client.ts";

/** Every item of a paged list, page after page. */
export async function fetchAll<R extends RouteDef>(
  client: Client,
  route: R,
  input: RequestOf<R>,
): Promise<ItemOf<R>[]> {
  const items: ItemOf<R>[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.page(route, { ...(input as object), limit: 100, cursor } as RequestOf<R>);
    items.push(...(page.items as ItemOf<R>[]));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}

type ItemOf<R extends RouteDef> = OutputOf<R> extends readonly (infer Item)[] ? Item : never;
