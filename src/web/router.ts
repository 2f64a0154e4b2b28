// The router, and what happens when the address changes.
import { createRouter } from "@tanstack/react-router";
import { routeTree } from "./routes.tsx";
import { arrivals } from "./shell/arrivals.ts";

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultPendingMs: 200,
});

router.subscribe("onBeforeNavigate", ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation !== undefined) arrivals.announce();
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
