/** Where one was in each list, and how high its lines were: for coming back to the same pixel. Kept until a reload. */
export type Position = "end" | { readonly key: string; readonly offset: number };

const positions = new Map<string, Position>();
const heights = new Map<string, number>();

export const positionIn = (list: string): Position | undefined => positions.get(list);
export const rememberPosition = (list: string, position: Position): unknown => positions.set(list, position);

export const heightOf = (key: string): number | undefined => heights.get(key);
export const rememberHeight = (key: string, height: number): unknown => heights.set(key, height);
