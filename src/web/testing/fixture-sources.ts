// Invented answers for the screens around sources.
import type { FixtureRoute } from "./fixture-route.ts";

export const sourceRoutes: readonly FixtureRoute[] = [];
