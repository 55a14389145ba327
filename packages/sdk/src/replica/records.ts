// Immutable changes of records; each gives back the same record when nothing changes.
export type Records<T> = Readonly<Record<string, T>>;

export const put = <T>(records: Records<T>, key: string, value: T): Records<T> =>
  records[key] === value ? records : { ...records, [key]: value };

export const putAll = <T>(records: Records<T>, entries: Iterable<readonly [string, T]>): Records<T> => ({
  ...records,
  ...Object.fromEntries(entries),
});

export function drop<T>(records: Records<T>, ...keys: readonly string[]): Records<T> {
  const gone = new Set(keys.filter((key) => key in records));
  if (gone.size === 0) return records;
  return Object.fromEntries(Object.entries(records).filter(([key]) => !gone.has(key)));
}

/** Changes what is there; what is not there stays absent. */
export function change<T>(records: Records<T>, key: string | null, alter: (value: T) => T): Records<T> {
  const value = key === null ? undefined : records[key];
  return key === null || value === undefined ? records : put(records, key, alter(value));
}
