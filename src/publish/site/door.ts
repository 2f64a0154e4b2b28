// What others use of the site; loaded when somebody publishes.
export { buildSite } from "./build-site.ts";
export { inventNames, inventRelease, inventWithheld } from "./invent-release.ts";
export { buildSearch } from "./search/build-search.ts";
export { writeSite } from "./write-site.ts";
export { searchAside } from "../release/search-aside.ts";
export { allFiles } from "../release/release-files.ts";
