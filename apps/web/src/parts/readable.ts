/**
 * Lets `use` read what has come already at once. React looks at a promise anew when it first meets it: it would show a gap
 * first, and what comes after a gap 300 ms later at the earliest.
 */
export function readable<Value>(promise: Promise<Value>): Promise<Value> {
  promise.then(
    (value) => Object.assign(promise, { status: "fulfilled", value }),
    (reason) => Object.assign(promise, { status: "rejected", reason }),
  );
  return promise;
}
