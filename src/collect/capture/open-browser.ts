// A browser for one capture: fresh profile, its sandbox on, no way out but our proxy, nothing of the user's own in it.
// Invariant: it ends with the capture, whatever happens in between.
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { makePassingFolder, temporaryPlace } from "../../runtime/index.ts";
import { CaptureError } from "./errors.ts";
import { PICTURE_WIDTH } from "./limits.ts";

export interface OpenBrowser {
  readonly context: BrowserContext;
  /** As the browser itself says: `156.0.8078.79`. */
  readonly version: string;
  readonly close: () => Promise<void>;
}

export interface BrowserOptions {
  readonly program: string;
  readonly proxyPort: number;
  /** Tests only: Chromium's sandbox refuses root. */
  readonly noSandbox: boolean;
}

const START_MS = 20_000;
const CLOSE_MS = 5_000;

/** What is switched off and why: see each line. Written into every capture's record. */
const switches: readonly string[] = [
  // What the proxy cannot see: HTTP/3 and WebRTC speak UDP.
  "--disable-quic",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  // Names are resolved by the proxy; the browser itself resolves none.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
  "--dns-prefetch-disable",
  "--no-pings",
  "--disable-client-side-phishing-detection",
  "--disable-domain-reliability",
  "--safebrowsing-disable-auto-update",
  "--disable-speech-api",
  "--disable-gpu",
  "--disable-notifications",
];

/** Throws CaptureError `capture-browser`; RuntimeError `folder-taken`. */
export async function openBrowser(options: BrowserOptions): Promise<OpenBrowser> {
  const { chromium } = await import("playwright-core");
  // A home of its own: no settings, certificates or extensions of the user's, and none left behind.
  const { path: home, forget } = await makePassingFolder(temporaryPlace());
  let whole: BrowserContext;
  try {
    // Only this way of starting it takes a folder for the profile; what is captured is seen in a context of its own.
    whole = await chromium.launchPersistentContext(join(home, "profile"), {
      artifactsDir: join(home, "artifacts"),
      executablePath: options.program,
      headless: true,
      chromiumSandbox: !options.noSandbox,
      timeout: START_MS,
      env: environment(home),
      // A signal is for Guwah to heed; the browser ends with the capture.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      // Without the bypass rule Chromium would reach loopback past the proxy.
      proxy: { server: `http://127.0.0.1:${options.proxyPort}`, bypass: "<-loopback>" },
      args: [...switches],
    });
  } catch (cause) {
    await forget();
    throw new CaptureError(
      "capture-browser",
      "Expected the browser to start; it did not. Run Guwah as an ordinary user, not as root, and check that the browser starts by itself.",
      cause,
    );
  }
  const close = async (): Promise<void> => {
    await Promise.race([whole.close().catch(() => {}), pause(CLOSE_MS)]);
    await forget().catch(() => {});
  };
  try {
    const browser = whole.browser();
    if (browser === null) throw new Error("no browser");
    const context = await browser.newContext({
      acceptDownloads: false,
      permissions: [],
      serviceWorkers: "block",
      viewport: { width: PICTURE_WIDTH, height: 900 },
    });
    return { context, version: browser.version(), close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** Only what a program needs to start; Guwah's own settings may hold a passphrase. */
function environment(home: string): Record<string, string> {
  const kept = ["PATH", "LANG", "LC_ALL", "TZ", "SystemRoot", "WINDIR", "TEMP", "TMP"];
  const own = Object.fromEntries(
    kept.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  // A browser makes a socket in its temporary folder, and the path of a socket holds about a hundred signs.
  const temporary = home.length > 58 ? {} : { TMPDIR: home, TEMP: home, TMP: home };
  return {
    ...own,
    ...temporary,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    USERPROFILE: home,
  };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

export { switches as browserSwitches };
