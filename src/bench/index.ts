// The door of the benches (`guwah bench NAME`).
// Invariant: a bench is loaded when it is asked for, so that none weighs on the memory another one measures.
import type { Bench } from "./bench.ts";

export type { Bench, BenchOptions } from "./bench.ts";

export const benches: Readonly<Record<string, Bench>> = {
  store: async (options) => (await import("./store.ts")).benchStore(options),
  names: async ({ size }) => {
    const { benchNames } = await import("../names/index.ts");
    return benchNames(size === undefined ? {} : { people: size });
  },
  link: async ({ size, progress }) => {
    const { benchLink } = await import("../link/index.ts");
    return benchLink({ ...(size === undefined ? {} : { size }), progress });
  },
  search: async ({ size, progress }) => {
    const { benchSearch } = await import("../link/index.ts");
    return benchSearch({ ...(size === undefined ? {} : { size }), progress });
  },
  proof: async (options) => (await import("./proof.ts")).benchProofInVault(options),
  dossier: async (options) => (await import("./dossier.ts")).benchDossier(options),
  cases: async (options) => (await import("./cases.ts")).benchCases(options),
  publish: async (options) => (await import("./publish.ts")).benchPublish(options),
  timeline: async (options) => (await import("./timeline.ts")).benchTimeline(options),
  read: async (options) => (await import("./read.ts")).benchRead(options),
};
