// Settings from the environment, read once and checked; nothing else in Guwah reads it.
// Invariant: a setting is either sound or refused with its name; a refusal never repeats a value
// that may be secret.
import { homedir } from "node:os";
import { posix, win32 } from "node:path";
import { RuntimeError } from "./errors.ts";
import { Secret } from "./secret.ts";

/** Guwah's settings. Secrets do not show in logs, JSON or inspection. */
export type Config = {
  /** Absolute path of the folder the vault lies in. */
  readonly home: string;
  /** Port on 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** For scripts; null asks the person. */
  readonly passphrase: Secret | null;
  /** PostgreSQL; null keeps the database in the vault's folder. */
  readonly databaseUrl: Secret | null;
  /** S3-compatible store; null keeps files in the vault's folder. */
  readonly filesUrl: Secret | null;
  /** Minutes without use until the vault locks itself. */
  readonly idleMinutes: number;
  /** Minutes between scheduled checkpoints of an open vault; 0: none on schedule. */
  readonly checkpointMinutes: number;
  /** Days between audits of all files of an open vault; 0: none on schedule. */
  readonly auditDays: number;
  /** `never`: no language model can be set or asked; `ask`: a keeper may set one, and people ask it by hand. */
  readonly languageModel: "ask" | "never";
  /** Absolute path of the browser that captures pages; null looks for the usual names. */
  readonly browser: string | null;
  /** Proxy through which captures go out; null: straight. */
  readonly proxy: Secret | null;
};

/** A setting as the documentation lists it. */
export type Setting = {
  readonly name: string;
  readonly meaning: string;
  readonly fallback: string;
};

/** Every setting there is; the documentation is checked against this list. */
export const settings: readonly Setting[] = [
  { name: "GUWAH_HOME", meaning: "folder of the vault", fallback: "the system's data folder" },
  { name: "GUWAH_PORT", meaning: "port on this machine, 0 for any free one", fallback: "4824" },
  { name: "GUWAH_PASSPHRASE", meaning: "passphrase, for scripts", fallback: "asked for" },
  { name: "GUWAH_DATABASE_URL", meaning: "PostgreSQL address", fallback: "SQLCipher in the vault" },
  { name: "GUWAH_FILES_URL", meaning: "S3-compatible store", fallback: "files in the vault" },
  { name: "GUWAH_IDLE_MINUTES", meaning: "minutes until the vault locks", fallback: "15" },
  {
    name: "GUWAH_CHECKPOINT_MINUTES",
    meaning: "minutes between checkpoints, 0 for none on schedule",
    fallback: "60",
  },
  {
    name: "GUWAH_AUDIT_DAYS",
    meaning: "days between audits of all files, 0 for none on schedule",
    fallback: "7",
  },
  {
    name: "GUWAH_LANGUAGE_MODEL",
    meaning: "`never` rules out language models, whatever a keeper sets",
    fallback: "ask",
  },
  {
    name: "GUWAH_BROWSER",
    meaning: "path of the Chromium that captures pages",
    fallback: "found by its usual names",
  },
  {
    name: "GUWAH_PROXY",
    meaning: "proxy through which captures go out",
    fallback: "straight",
  },
];

/** Where the program runs; passed in so that tests can stand on any system. */
export type Platform = {
  readonly system: NodeJS.Platform;
  readonly userHome: string;
  readonly folder: string;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings. An empty variable counts as not set.
 * Throws RuntimeError `setting-invalid`, naming the variable and what it may be.
 */
export function readConfig(env: Environment, platform: Platform = thisPlatform()): Config {
  return {
    home: home(env, platform),
    port: wholeNumber(env, "GUWAH_PORT", 4824, 0, 65_535),
    passphrase: secret(env["GUWAH_PASSPHRASE"]),
    databaseUrl: address(env, "GUWAH_DATABASE_URL", ["postgres:", "postgresql:"]),
    filesUrl: address(env, "GUWAH_FILES_URL", ["s3:", "https:", "http:"]),
    idleMinutes: wholeNumber(env, "GUWAH_IDLE_MINUTES", 15, 1, 24 * 60),
    checkpointMinutes: wholeNumber(env, "GUWAH_CHECKPOINT_MINUTES", 60, 0, 7 * 24 * 60),
    auditDays: wholeNumber(env, "GUWAH_AUDIT_DAYS", 7, 0, 3_650),
    languageModel: oneOf(env, "GUWAH_LANGUAGE_MODEL", ["ask", "never"]),
    browser: program(env, "GUWAH_BROWSER", platform),
    proxy: proxy(env, "GUWAH_PROXY"),
  };
}

/** The system this process runs on. */
export function thisPlatform(): Platform {
  return { system: process.platform, userHome: homedir(), folder: process.cwd() };
}

function home(env: Environment, { system, userHome, folder }: Platform): string {
  const path = system === "win32" ? win32 : posix;
  const given = env["GUWAH_HOME"];
  if (given) {
    // A shell expands ~ only unquoted; a folder really called ~ would hide a vault from its owner.
    if (given.includes("\0") || /^~(?:$|[/\\])/.test(given)) {
      throw invalid("GUWAH_HOME", "a folder written out in full, such as /home/me/guwah");
    }
    return path.resolve(folder, given);
  }
  switch (system) {
    case "win32":
      return path.join(
        absolute(env["APPDATA"], path) ?? path.join(userHome, "AppData", "Roaming"),
        "guwah",
      );
    case "darwin":
      return path.join(userHome, "Library", "Application Support", "guwah");
    default:
      // XDG Base Directory Specification: a relative XDG_DATA_HOME is to be ignored.
      return path.join(
        absolute(env["XDG_DATA_HOME"], path) ?? path.join(userHome, ".local", "share"),
        "guwah",
      );
  }
}

function absolute(folder: string | undefined, path: typeof posix): string | null {
  return folder && path.isAbsolute(folder) ? folder : null;
}

function wholeNumber(
  env: Environment,
  name: string,
  fallback: number,
  min: number,
  max: number,
): number {
  const text = env[name];
  if (!text) return fallback;
  const value = /^[0-9]{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw invalid(name, `a whole number from ${min} to ${max}`);
}

/** The first choice is the fallback. */
function oneOf<C extends string>(env: Environment, name: string, choices: readonly [C, ...C[]]): C {
  const text = env[name];
  if (!text) return choices[0];
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  throw invalid(name, `one of: ${choices.join(", ")}`);
}

function address(env: Environment, name: string, schemes: readonly string[]): Secret | null {
  const text = env[name];
  if (!text) return null;
  const url = URL.parse(text);
  if (url && schemes.includes(url.protocol) && text.includes("//")) return new Secret(text);
  throw invalid(name, `an address beginning ${schemes.map((s) => `${s}//`).join(" or ")}`);
}

function program(env: Environment, name: string, { system }: Platform): string | null {
  const text = env[name];
  if (!text) return null;
  const path = system === "win32" ? win32 : posix;
  if (path.isAbsolute(text) && !text.includes("\0")) return text;
  throw invalid(name, "the whole path of a program, such as /usr/bin/chromium");
}

function proxy(env: Environment, name: string): Secret | null {
  const found = address(env, name, ["http:", "socks5:", "socks5h:"]);
  const url = found === null ? null : new URL(found.reveal());
  // A way in with a name and password is not spoken; leaving them out unseen would go out as somebody else.
  if (url !== null && (url.username !== "" || url.password !== "" || url.hostname === ""))
    throw invalid(name, "an address such as socks5h://127.0.0.1:9050, without a name or password");
  return found;
}

function secret(text: string | undefined): Secret | null {
  return text ? new Secret(text) : null;
}

function invalid(name: string, expected: string): RuntimeError {
  return new RuntimeError(
    "setting-invalid",
    `Expected ${name} to be ${expected}, got something else. Correct the variable or unset it.`,
    { setting: name },
  );
}
