import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { readConfig, settings } from "./config.ts";
import type { Environment, Platform } from "./config.ts";
import { recordingLog, refused } from "./testing.ts";

const linux: Platform = { system: "linux", userHome: "/home/x", folder: "/srv" };
const mac: Platform = { system: "darwin", userHome: "/Users/x", folder: "/srv" };
const windows: Platform = { system: "win32", userHome: "C:\\Users\\x", folder: "C:\\work" };

describe("settings", () => {
  test("without any: the documented defaults", () => {
    expect(readConfig({}, linux)).toEqual({
      home: "/home/x/.local/share/guwah",
      port: 4824,
      passphrase: null,
      databaseUrl: null,
      filesUrl: null,
      idleMinutes: 15,
      checkpointMinutes: 60,
      auditDays: 7,
      languageModel: "ask",
      browser: null,
      proxy: null,
    });
  });

  test.each<[string, Environment, Platform, string]>([
    ["Linux with XDG", { XDG_DATA_HOME: "/data" }, linux, "/data/guwah"],
    [
      "a relative XDG, to be ignored",
      { XDG_DATA_HOME: "data" },
      linux,
      "/home/x/.local/share/guwah",
    ],
    ["macOS", {}, mac, "/Users/x/Library/Application Support/guwah"],
    ["Windows", { APPDATA: "D:\\Roam" }, windows, "D:\\Roam\\guwah"],
    ["Windows without APPDATA", {}, windows, "C:\\Users\\x\\AppData\\Roaming\\guwah"],
    ["a given folder", { GUWAH_HOME: "/vault" }, linux, "/vault"],
    ["a relative folder", { GUWAH_HOME: "vault" }, linux, "/srv/vault"],
    ["an empty variable", { GUWAH_HOME: "" }, mac, "/Users/x/Library/Application Support/guwah"],
  ])("the vault's folder: %s", (_, env, platform, home) => {
    expect(readConfig(env, platform).home).toBe(home);
  });

  test("what is set is read", () => {
    const config = readConfig(
      {
        GUWAH_PORT: "0",
        GUWAH_IDLE_MINUTES: "1440",
        GUWAH_CHECKPOINT_MINUTES: "0",
        GUWAH_PASSPHRASE: "four invented words here",
        GUWAH_DATABASE_URL: "postgres://u:secretword@db/guwah",
        GUWAH_FILES_URL: "s3://key:secretword@store/bucket",
        GUWAH_BROWSER: "/opt/invented/chromium",
        GUWAH_PROXY: "socks5h://127.0.0.1:9050",
      },
      linux,
    );
    expect(config).toMatchObject({ port: 0, idleMinutes: 1440, checkpointMinutes: 0 });
    expect(config.browser).toBe("/opt/invented/chromium");
    expect(config.proxy?.reveal()).toBe("socks5h://127.0.0.1:9050");
    expect(config.passphrase?.reveal()).toBe("four invented words here");
    expect(config.databaseUrl?.reveal()).toBe("postgres://u:secretword@db/guwah");
    expect(config.filesUrl?.reveal()).toBe("s3://key:secretword@store/bucket");
  });

  test.each<[string, string]>([
    ["GUWAH_PORT", "65536"],
    ["GUWAH_PORT", "-1"],
    ["GUWAH_PORT", "80a"],
    ["GUWAH_PORT", "4824.5"],
    ["GUWAH_PORT", "1e3"],
    ["GUWAH_IDLE_MINUTES", "0"],
    ["GUWAH_IDLE_MINUTES", "never"],
    ["GUWAH_IDLE_MINUTES", "1441"],
    ["GUWAH_CHECKPOINT_MINUTES", "-1"],
    ["GUWAH_CHECKPOINT_MINUTES", "10081"],
    ["GUWAH_HOME", "~/vault"],
    ["GUWAH_HOME", "/a\0b"],
    ["GUWAH_DATABASE_URL", "mysql://secretword@db/x"],
    ["GUWAH_DATABASE_URL", "secretword"],
    ["GUWAH_LANGUAGE_MODEL", "always"],
    ["GUWAH_FILES_URL", "file:///secretword"],
    ["GUWAH_FILES_URL", "https:secretword"],
    ["GUWAH_BROWSER", "chromium"],
    ["GUWAH_PROXY", "https://127.0.0.1:9050"],
    ["GUWAH_PROXY", "http://me:secretword@127.0.0.1:8118"],
  ])("%s=%j is refused by name, without its value", (name, value) => {
    const error = refused(() => readConfig({ [name]: value }, linux));
    expect(error).toMatchObject({
      code: "setting-invalid",
      status: 400,
      details: { setting: name },
    });
    expect(error.message).toContain(name);
    expect(error.message).not.toContain("secretword");
  });

  test("secrets do not print: JSON, inspection, text, spread, log", () => {
    const config = readConfig(
      { GUWAH_PASSPHRASE: "secretword", GUWAH_DATABASE_URL: "postgres://u:secretword@db/x" },
      linux,
    );
    const { log, lines } = recordingLog();
    log.info("settings", { ...config });
    const prints = [
      JSON.stringify(config),
      inspect(config, { depth: 9, showHidden: true }),
      `${String(config.passphrase)} ${String(config.databaseUrl)}`,
      JSON.stringify(Object.entries(config.passphrase ?? {})),
      ...lines,
    ];
    expect(prints.join("\n")).not.toContain("secretword");
  });

  test("every setting is listed for the documentation, and only those are read", () => {
    const read = new Set<string>();
    const env = new Proxy<Environment>(
      {},
      {
        get: (_, name) => {
          read.add(String(name));
          return undefined;
        },
      },
    );
    readConfig(env, linux);
    readConfig(env, windows);
    const own = [...read].filter((name) => name.startsWith("GUWAH_"));
    expect(own.sort()).toEqual(settings.map((s) => s.name).sort());
  });
});
