// Which hosts the page has asked for so far. A browser asks hosts of its own accord too (its maker's update and account
// services); those are not part of the page. Invariant: what the record of a capture does not name does not go out.
import { portOf, targetOf } from "./target.ts";

export interface AskedHosts {
  /** The page asks for this address. */
  readonly announce: (url: string) => void;
  /** Whether it did; waits a little, because news of a request may come after its connection. */
  readonly isAsked: (host: string, port: number) => Promise<boolean>;
}

const NEWS_MS = 3_000;

export function createAskedHosts(openPorts: ReadonlySet<number>): AskedHosts {
  const known = new Set<string>();
  const waiting = new Set<() => void>();
  return {
    announce: (address) => {
      const url = URL.parse(address);
      if (url === null || !/^(?:https?|wss?):$/.test(url.protocol)) return;
      const target = targetOf(url.hostname, portOf(url), openPorts);
      if (target === null) return;
      known.add(`${target.host} ${target.port}`);
      for (const look of waiting) look();
    },
    isAsked: (host, port) => {
      const key = `${host} ${port}`;
      return new Promise((resolve) => {
        const end = (isKnown: boolean): void => {
          clearTimeout(timer);
          waiting.delete(look);
          resolve(isKnown);
        };
        const look = (): void => (known.has(key) ? end(true) : undefined);
        const timer = setTimeout(() => end(false), NEWS_MS);
        waiting.add(look);
        look();
      });
    },
  };
}
