// Loads the site when it is asked for: pages, styles and the sounds of Chinese weigh on no process that never publishes.
export const loadSite = () => import("./door.ts");
