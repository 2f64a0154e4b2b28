// Every route there is, in the order in which a page shows them.
import type { RouteCode, RouteSpec } from "../route.ts";
import { cat } from "./cat.ts";
import { ced } from "./ced.ts";
import { special } from "./special.ts";
import { wgad } from "./wgad.ts";
import { wgeid } from "./wgeid.ts";

export const routes: readonly RouteSpec[] = [wgeid, wgad, ced, cat, special];

/** The route of this code; undefined where there is none. */
export const routeOf = (code: string): RouteSpec | undefined =>
  routes.find((route) => route.code === (code as RouteCode));
