// One cache for everything the server said. It lives in memory only and is emptied when the vault locks.
import { QueryClient } from "@tanstack/react-query";
import { onLocked } from "./client.ts";
import { ApiError } from "./error.ts";
import { stateKey } from "./state.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 10 * 60_000,
      networkMode: "always",
      retry: (count, error) => error instanceof ApiError && error.code === "network" && count < 2,
    },
    // What was sent (a passphrase among it) is forgotten as soon as its form is gone.
    mutations: { networkMode: "always", retry: false, gcTime: 0 },
  },
});

/** Forgets everything that was read from the vault, then asks anew whether it is open. */
async function forgetAll(): Promise<void> {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== stateKey[0] });
  queryClient.getMutationCache().clear();
  await queryClient.invalidateQueries({ queryKey: stateKey });
}

onLocked(() => {
  void forgetAll();
});
