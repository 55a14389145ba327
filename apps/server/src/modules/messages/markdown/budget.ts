/** Lets each message spend up to `limit` on something costly; the first expense that does not fit is refused. */
export function createBudget(limit: number): (message: object | undefined, cost: number) => boolean {
  const spent = new WeakMap<object, number>();
  return (message = {}, cost) => {
    const total = (spent.get(message) ?? 0) + cost;
    if (total > limit) return false;
    spent.set(message, total);
    return true;
  };
}
