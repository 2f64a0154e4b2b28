// Where the user's Chromium is. Guwah ships none: a browser must get its security updates from the system.
import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { CaptureError } from "./errors.ts";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge-stable",
  "brave-browser",
];
const APPLICATIONS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
  ].map((path) => `/Applications/${path}`),
  win32: [
    "Google\\Chrome\\Application\\chrome.exe",
    "Chromium\\Application\\chrome.exe",
    "Microsoft\\Edge\\Application\\msedge.exe",
  ].flatMap((path) => [`C:\\Program Files\\${path}`, `C:\\Program Files (x86)\\${path}`]),
};

export interface Places {
  readonly path: string;
  readonly system: NodeJS.Platform;
}

/**
 * The browser to capture with: the one that is set, else the first of the usual names.
 * Throws CaptureError `capture-no-browser`.
 */
export function findBrowser(set: string | null, places: Places = here()): string {
  if (set !== null) {
    if (isAbsolute(set) && isProgram(set)) return set;
    throw new CaptureError(
      "capture-no-browser",
      "Expected a program at the path in GUWAH_BROWSER; there is none that can be started. Correct it or unset it.",
    );
  }
  const found = findOnPath(NAMES, APPLICATIONS, places);
  if (found !== null) return found;
  throw new CaptureError(
    "capture-no-browser",
    "Expected Chromium or Chrome on this computer; none was found. Install it (on Debian: apt install chromium), or set GUWAH_BROWSER to its path.",
  );
}

const here = (): Places => ({ path: process.env["PATH"] ?? "", system: process.platform });

/** The first of these programs on the PATH, else where the system usually has it; null: nowhere. */
export function findOnPath(
  names: readonly string[],
  usual: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>>,
  { path, system }: Places = here(),
): string | null {
  // A relative folder on the PATH would start whatever lies in the folder one happens to be in.
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder));
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, ...(usual[system] ?? [])].find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
