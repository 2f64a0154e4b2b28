// The door of the benches (`guwah bench NAME`).
import { benchLink, benchSearch } from "../link/index.ts";
import { benchNames } from "../names/index.ts";
import type { Bench } from "./bench.ts";
import { benchDossier } from "./dossier.ts";
import { benchProofInVault } from "./proof.ts";
import { benchRead } from "./read.ts";
import { benchStore } from "./store.ts";

export type { Bench, BenchOptions } from "./bench.ts";

export const benches: Readonly<Record<string, Bench>> = {
  store: benchStore,
  names: async ({ size }) => benchNames(size === undefined ? {} : { people: size }),
  link: async ({ size, progress }) =>
    benchLink({ ...(size === undefined ? {} : { size }), progress }),
  search: async ({ size, progress }) =>
    benchSearch({ ...(size === undefined ? {} : { size }), progress }),
  proof: benchProofInVault,
  dossier: benchDossier,
  read: benchRead,
};
