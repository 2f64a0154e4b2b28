// Leaves out what was not given, so that steps see "absent" and never "undefined".
export type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

export function present<T extends object>(input: T): Present<T> {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Present<T>;
}
