// RO-Crate 1.1 metadata: what each file in the dossier is, for programs of archives.
// Invariant: written by hand from the plan; names no one the plan does not name.
import type { DossierPlan } from "./plan-dossier.ts";

/** The JSON-LD of data/ro-crate-metadata.json. `paths`: of each kept file, relative to the folder of the bag. */
export function roCrate(
  plan: DossierPlan,
  made: {
    readonly day: string;
    readonly program: string;
    readonly paths: ReadonlyMap<string, string>;
  },
): string {
  const parts = plan.sources.flatMap((source) =>
    source.files.map((hash) => ({
      "@id": inside(made.paths.get(hash) ?? hash),
      "@type": "File",
      sha256: hash,
      name: source.blackedOut ? `${source.title} (copy with parts blacked out)` : source.title,
      ...(source.language === undefined ? {} : { inLanguage: source.language }),
      ...(source.publisher === undefined ? {} : { publisher: source.publisher }),
      ...(source.published === undefined ? {} : { datePublished: source.published }),
      ...(source.url === undefined ? {} : { url: source.url }),
    })),
  );
  const reports = [
    { "@id": "report.html", "@type": "File", name: "Report", encodingFormat: "text/html" },
    { "@id": "report.pdf", "@type": "File", name: "Report", encodingFormat: "application/pdf" },
  ];
  const files = [...new Map([...reports, ...parts].map((part) => [part["@id"], part])).values()];
  const graph = [
    {
      "@id": "ro-crate-metadata.json",
      "@type": "CreativeWork",
      about: { "@id": "./" },
      conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
    },
    {
      "@id": "./",
      "@type": "Dataset",
      name: `Dossier ${plan.people.map(({ file }) => file.number).join(", ")}`,
      description: "Claims with their sources, passages and proofs.",
      datePublished: made.day,
      creator: { "@id": "#program" },
      hasPart: files.map((part) => ({ "@id": part["@id"] })),
    },
    { "@id": "#program", "@type": "SoftwareApplication", name: made.program },
    ...files,
  ];
  return `${JSON.stringify({ "@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph }, null, 1)}\n`;
}

const inside = (path: string): string => path.replace(/^data\//, "");
