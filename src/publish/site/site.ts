// What every page is made from: the release, looked up once, in one language.
// Invariant: nothing here comes from anywhere but the release and the options; no clock, no chance, no network.
import type {
  Release,
  ReleasedPerson,
  ReleasedPlace,
  ReleasedSource,
} from "../release/released.ts";
import type { Html } from "./html.ts";
import { english, type Say, sayIn, type SiteLanguage } from "./say.ts";

/** A file for programs that others made of the same release. */
export interface Download {
  /** Within the site, as `data/people.csv`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** An SVG of the places or of the estimates, with its size in pixels. */
export interface MapFile extends Download {
  readonly width: number;
  readonly height: number;
}

export interface SiteOptions {
  /** The first is the language of the pages at the top; the others lie in folders named by their tags. English alone by default. */
  readonly languages?: readonly SiteLanguage[];
  /** Bytes of a released picture by its hash; a picture without bytes is told by its caption. */
  readonly picture?: (sha256: string) => Promise<Uint8Array | null>;
  /** In place of the release's own tables. */
  readonly downloads?: readonly Download[];
  /** Where the site will stand, `https://…/`; links in feeds and citations need it. */
  readonly address?: string;
}

export interface Site {
  readonly release: Release;
  readonly options: SiteOptions;
  readonly languages: readonly SiteLanguage[];
  readonly language: SiteLanguage;
  readonly say: Say;
  /** Folder of this language's pages: empty or `tag/`. */
  readonly folder: string;
  readonly address: string | undefined;
  readonly title: string;
  readonly sources: ReadonlyMap<number, ReleasedSource>;
  readonly people: ReadonlyMap<string, ReleasedPerson>;
  readonly places: ReadonlyMap<string, ReleasedPlace>;
  /** Pictures whose bytes are part of the site. */
  readonly pictures: ReadonlySet<string>;
  /** Their paths and sizes. */
  readonly downloads: readonly {
    readonly path: string;
    readonly bytes: { readonly length: number };
  }[];
  readonly maps: readonly MapFile[];
  readonly charts: readonly MapFile[];
}

/** Files that are made once and told of on pages of every language. */
export type Attached = Pick<Site, "pictures" | "downloads" | "maps" | "charts">;

/** A page before its frame is put around it. */
export interface SitePage {
  /** Within its language's folder. */
  readonly path: string;
  readonly title: string;
  readonly body: Html;
  /** One or two sentences on what is here; what the whole site is about where it is left out. */
  readonly description?: string;
  /** Whether it holds the button that hands it on. */
  readonly shares?: boolean;
  /** Whether the search belongs to it. */
  readonly searches?: boolean;
}

export interface SiteFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The same release in each language of the options. */
export function sitesOf(
  release: Release,
  options: SiteOptions,
  attached: Attached,
): readonly Site[] {
  const languages = options.languages?.length ? options.languages : [english];
  const given = options.address ?? release.publisher.address ?? "";
  const whole = {
    release,
    options,
    languages,
    ...attached,
    address: /^https?:\/\//.test(given) && URL.canParse(given) ? new URL(given).href : undefined,
    sources: new Map(release.sources.map((source) => [source.n, source])),
    people: new Map(release.people.map((person) => [person.number, person])),
    places: new Map(release.places.map((place) => [place.key, place])),
  };
  return languages.map((language, i) => {
    const say = sayIn(language);
    return {
      ...whole,
      language,
      say,
      folder: i === 0 ? "" : `${language.tag.replace(/[^A-Za-z0-9-]/g, "")}/`,
      title: say("site.title"),
    };
  });
}
