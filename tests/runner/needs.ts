// What the tests need besides npm packages, and how to get it. Invariant: what is missing is installed or named; nothing is skipped.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { collect } from "../../bin/child.mjs";
import { Advice, type Progress } from "../../bin/progress.mjs";
import { findChromium, findPostgres, findProgram } from "../services/find-program.ts";

/** One thing a test needs. */
export interface Need {
  /** As a person would call it. */
  readonly what: string;
  /** The Debian packages that bring it. */
  readonly packages: readonly string[];
  readonly isHere: () => boolean;
}

/** Everything, in the order it is reported. */
export const NEEDS: readonly Need[] = [
  { what: "Chromium", packages: ["chromium"], isHere: () => findChromium() !== undefined },
  {
    what: "PostgreSQL 15 or newer (server)",
    packages: ["postgresql"],
    isHere: () => findPostgres() !== undefined,
  },
  { what: "openssl", packages: ["openssl"], isHere: () => findProgram("openssl") !== undefined },
  {
    what: "ssh-keygen",
    packages: ["openssh-client"],
    isHere: () => findProgram("ssh-keygen") !== undefined,
  },
  { what: "age", packages: ["age"], isHere: () => findProgram("age") !== undefined },
  { what: "unzip", packages: ["unzip"], isHere: () => findProgram("unzip") !== undefined },
  {
    what: "tesseract with six languages",
    packages: [
      "tesseract-ocr",
      ...["kaz", "uig", "chi-sim", "rus", "tur"].map((one) => `tesseract-ocr-${one}`),
    ],
    isHere: hasTesseract,
  },
  {
    what: "LibreOffice Writer",
    packages: ["libreoffice-writer-nogui"],
    isHere: () => findProgram("soffice") !== undefined,
  },
  {
    what: "pdftotext",
    packages: ["poppler-utils"],
    isHere: () => findProgram("pdftotext") !== undefined,
  },
  {
    what: "fonts for Uyghur and Kazakh",
    packages: ["fontconfig", "fonts-noto-core"],
    isHere: () => hasFont("ug") && hasFont("kk"),
  },
  {
    what: "fonts for Chinese",
    packages: ["fontconfig", "fonts-noto-cjk"],
    isHere: () => hasFont("zh-cn"),
  },
];

/** Whether fontconfig knows a font that covers a language. macOS and Windows bring such fonts and have no fontconfig. */
function hasFont(language: string): boolean {
  if (process.platform !== "linux") return true;
  if (findProgram("fc-list") === undefined) return false;
  return (
    execFileSync("fc-list", [`:lang=${language}`, "family"], { encoding: "utf8" }).trim() !== ""
  );
}

/** English comes with the program; the others are packages of their own. */
function hasTesseract(): boolean {
  const program = findProgram("tesseract");
  if (program === undefined) return false;
  const lines = execFileSync(program, ["--list-langs"], { encoding: "utf8" }).split(/\r?\n/);
  return ["kaz", "uig", "chi_sim", "rus", "tur", "eng"].every((one) => lines.includes(one));
}

/**
 * Sees to everything in `needs`: on Debian, as root, it installs what is missing.
 * @throws Advice naming what is still missing and the command that brings it
 */
export async function provideNeeds(needs: readonly Need[], progress: Progress): Promise<void> {
  const missing = () => needs.filter((need) => !need.isHere());
  const first = missing();
  if (first.length === 0) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const names = first.map((need) => need.what).join(", ");
    await progress.step(`Installing ${names}`, `Installed ${names}`, () =>
      aptInstall(packagesOf(first)),
    );
  }
  const still = missing();
  if (still.length > 0) throw new Advice(whatIsMissing(still));
}

/** The message for a person who has to install things by hand. */
export function whatIsMissing(needs: readonly Need[]): string {
  return [
    "The tests need what this machine lacks:",
    ...needs.map((need) => `  - ${need.what}`),
    `Install it and run the tests again. Debian: sudo apt-get install ${packagesOf(needs).join(" ")}`,
  ].join("\n");
}

function packagesOf(needs: readonly Need[]): string[] {
  return [...new Set(needs.flatMap((need) => need.packages))];
}

async function aptInstall(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", ...packages]]) {
    const { code, output } = await collect("apt-get", args, { env });
    if (code !== 0) throw new Advice(`apt-get ${args.join(" ")} failed:\n${output.trim()}`);
  }
}
