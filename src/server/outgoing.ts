// Dossiers that were made and wait to be carried away, once each. They lie open beside the vault.
// Invariant: nothing waits beside a vault that is locked; what is being carried away then breaks off.
import { join } from "node:path";

/** A dossier that lies ready. */
export interface Waiting {
  readonly dir: string;
  readonly name: string;
  readonly recipients: readonly string[];
  /** Removes it from the disk. */
  readonly forget: () => Promise<void>;
}

/** Where beside a vault dossiers wait. */
export const outgoingPlace = (home: string): string => join(home, "outgoing");

export class Outgoing {
  readonly #waiting = new Map<string, Waiting>();

  /** Keeps what this job made until somebody carries it away. */
  wait(job: string, one: Waiting): void {
    this.#waiting.set(job, one);
  }

  /** What this job made; null when it is not here, or no longer. */
  made(job: string): Waiting | null {
    return this.#waiting.get(job) ?? null;
  }

  async forget(job: string): Promise<void> {
    const one = this.#waiting.get(job);
    this.#waiting.delete(job);
    await one?.forget();
  }

  async forgetAll(): Promise<void> {
    for (const job of this.#waiting.keys()) await this.forget(job);
  }
}
