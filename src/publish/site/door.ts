// What others use of the site; loaded when somebody publishes.
export { buildSite } from "./build-site.ts";
export { inventRelease } from "./invent-release.ts";
export { buildSearch } from "./search/build-search.ts";
export { writeSite } from "./write-site.ts";
