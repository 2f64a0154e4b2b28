// The rules of this house that no tool knows. Each takes the root of a checkout and gives one sentence for each fault.
// Invariant: a rule reads the files themselves, so it holds for what is committed and for what is not yet.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesUnder, isData, isForTests, isSource, roomsOf } from "./source-files.ts";

const README_LINES = 30;
const FILE_LINES = 400;

/** Rooms that nobody imports are entered by their program. */
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  cli: ["main.ts"],
  web: ["main.tsx"],
};

/** Every room has a door and says, in under 30 lines, what it is. */
export function roomsWithoutDoor(root: string): string[] {
  return roomsOf(root).flatMap((room) => {
    const faults: string[] = [];
    const readme = join(root, "src", room, "README.md");
    if (!existsSync(readme)) faults.push(`src/${room} has no README.md`);
    else if (linesOf(readme) >= README_LINES) {
      faults.push(
        `src/${room}/README.md has ${linesOf(readme)} lines; it must have fewer than ${README_LINES}`,
      );
    }
    const doors = ["index.ts", ...(ENTRIES[room] ?? [])];
    if (!doors.some((door) => existsSync(join(root, "src", room, door)))) {
      faults.push(`src/${room} has no ${doors.join(" or ")}`);
    }
    return faults;
  });
}

/** Every environment variable the program reads is in the documentation. */
export function undocumentedVariables(root: string): string[] {
  const pages = [
    "README.md",
    "CONTRIBUTING.md",
    ...filesUnder(root, "docs").filter((path) => path.endsWith(".md")),
  ];
  const documented = pages
    .filter((path) => existsSync(join(root, path)))
    .flatMap((path) => variablesIn(root, path));
  const files = [...filesUnder(root, "src"), ...filesUnder(root, "bin")];
  const program = files.filter(
    (path) => /(\.(ts|tsx|mjs)|\/guwah)$/.test(path) && !/\.test\.tsx?$/.test(path),
  );
  return program.flatMap((path) =>
    variablesIn(root, path)
      .filter((name) => !documented.includes(name))
      .map((name) => `${path} reads ${name}, which neither README.md nor docs/ explain`),
  );
}

function variablesIn(root: string, path: string): string[] {
  return [
    ...new Set(
      readFileSync(join(root, path), "utf8").match(/\bGUWAH_[A-Z][A-Z0-9_]*[A-Z0-9]/g) ?? [],
    ),
  ];
}

/** A file that outgrows 400 lines does more than one thing. Tests and data may be as long as they need to be. */
export function longFiles(root: string): string[] {
  return filesUnder(root, "src")
    .filter(
      (path) => (isSource(path) || path.endsWith(".css")) && !isForTests(path) && !isData(path),
    )
    .filter((path) => linesOf(join(root, path)) > FILE_LINES)
    .map((path) => `${path} has ${linesOf(join(root, path))} lines; the limit is ${FILE_LINES}`);
}

/** Names that say nothing about what is inside; everything ends up there. */
const EMPTY_NAMES =
  /^(utils?|helpers?|common|shared|core|managers?|misc|v\d+)$|-(utils?|helpers?|managers?|v\d+)$/;

/** No file or folder has a name that would fit any other just as well. */
export function emptyNames(root: string): string[] {
  return ["src", "bin", "tests", "tools"]
    .flatMap((folder) => filesUnder(root, folder))
    .filter((path) => path.split("/").some((step) => EMPTY_NAMES.test(step.replace(/\..*$/, ""))))
    .map((path) => `${path}: the name does not say what is inside`);
}

/** `it.skip`, `describe.only` and their kin, also behind a condition or a leading x or f. */
const LEFT_OUT =
  /\b(?:it|test|describe|suite|bench)(?:\.\w+)*\.(?:skip|only|todo|skipIf|runIf|fails)\b|\b[xf](?:it|test|describe)\(/;

/** Every test that is written is run. */
export function testsLeftOut(root: string): string[] {
  return [...filesUnder(root, "src"), ...filesUnder(root, "tests")]
    .filter((path) => /\.test\.tsx?$/.test(path))
    .flatMap((path) => {
      const found = LEFT_OUT.exec(readFileSync(join(root, path), "utf8"));
      return found === null ? [] : [`${path}: ${found[0]} leaves a test out or marks it as broken`];
    });
}

// Spelled in pieces, so that the rule does not find itself.
const REGISTRY_HOSTS = [
  "registry.npmjs",
  "npmjs.c",
  "pypi",
  "crates",
  "proxy.golang",
  "deb.debian",
  "repo.maven",
];
const FORBIDDEN = new RegExp(
  `(?:^|[\\s"'\`(=:])/(?:work|root)/|\\b(?:${REGISTRY_HOSTS.map((host) => host.replace(".", "\\.")).join("|")})(?:om|\\.(?:org|io|com))\\b`,
  "m",
);

/** No page names a package registry's host or a path of one particular machine. */
export function foreignWords(root: string): string[] {
  return trackedFiles(root).flatMap((path) => {
    const text = readFileSync(join(root, path), "utf8");
    const found = text.includes("\0") ? null : FORBIDDEN.exec(text);
    return found === null
      ? []
      : [`${path}: ${found[0].trim()} belongs to one machine or one registry`];
  });
}

/** Links between pages, and to their pictures, lead somewhere. */
export function brokenLinks(root: string): string[] {
  return trackedFiles(root)
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) => {
      const links = readFileSync(join(root, path), "utf8").matchAll(
        /\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g,
      );
      return [...links]
        .map(([, target = ""]) => target)
        .filter(
          (target) => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(path), target)),
        )
        .map((target) => `${path} links to ${target}, which is not there`);
    });
}

/** What git keeps, and what it would keep if it were added now. */
function trackedFiles(root: string): string[] {
  // A checkout may belong to another account than the one that tests it; listing its files is harmless.
  const list = [
    "-c",
    "safe.directory=*",
    "ls-files",
    "-z",
    "--cached",
    "--others",
    "--exclude-standard",
  ];
  return execFileSync("git", list, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(root, path)));
}

function linesOf(file: string): number {
  return readFileSync(file, "utf8").trimEnd().split("\n").length;
}
