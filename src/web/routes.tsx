// Every screen has an address; each is a chunk of its own. A screen reads its address through `getRouteApi("/people/$id")`.
// Invariant: an address holds ids and codes only. A browser keeps addresses on disk, so what people search for
// (names) is kept in memory: `useKept` in shell/kept.ts.
import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { t } from "./messages/index.ts";
import { EmptyState, ErrorNote, LinkButton, Page } from "./parts/index.ts";
import { Gate } from "./shell/gate.tsx";

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** Keeps the named search words that are there and drops everything else. */
function searchOf<K extends string>(
  ...names: readonly K[]
): (raw: Record<string, unknown>) => { readonly [P in K]?: string } {
  return (raw) => {
    const found: Partial<Record<K, string>> = {};
    for (const name of names) {
      const value = text(raw[name]);
      if (value !== undefined) found[name] = value;
    }
    return found;
  };
}

const root = createRootRoute({
  component: () => (
    <Gate>
      <Outlet />
    </Gate>
  ),
  notFoundComponent: () => (
    <Page title={t("shell.notFound")}>
      <EmptyState
        title={t("shell.notFoundText")}
        action={
          <LinkButton to="/" variant="primary">
            {t("nav.home")}
          </LinkButton>
        }
      />
    </Page>
  ),
  errorComponent: ({ error, reset }) => (
    <Page title={t("shell.broken")}>
      <ErrorNote error={error} onRetry={reset} />
    </Page>
  ),
});

const at = <P extends string>(path: P) => ({ getParentRoute: () => root, path });

const home = createRoute({
  ...at("/"),
  component: lazyRouteComponent(async () => import("./screens/home/index.ts"), "Screen"),
});
/** Sources, the reader, adding, tables, batches. */
const sources = createRoute({
  ...at("/sources"),
  validateSearch: searchOf("kind", "state"),
  component: lazyRouteComponent(async () => import("./screens/sources/index.ts"), "Screen"),
});
const reader = createRoute({
  ...at("/sources/$id"),
  /** `at=120-180`: UTF-16 units of the text; `at=row:7`: a row of a table. */
  validateSearch: searchOf("at", "suggestion"),
  component: lazyRouteComponent(async () => import("./screens/reader/index.ts"), "Screen"),
});
const evidence = createRoute({
  ...at("/sources/$id/evidence"),
  component: lazyRouteComponent(async () => import("./screens/evidence/index.ts"), "Screen"),
});
const interview = createRoute({
  ...at("/sources/$id/interview"),
  /** `t=5000ms`: the moment of the recording; with its unit, so that the router keeps it a text. */
  validateSearch: searchOf("t"),
  component: lazyRouteComponent(async () => import("./screens/interview/index.ts"), "Screen"),
});
const tableImport = createRoute({
  ...at("/sources/$id/table"),
  component: lazyRouteComponent(async () => import("./screens/table-import/index.ts"), "Screen"),
});
const foreign = createRoute({
  ...at("/sources/$id/foreign"),
  component: lazyRouteComponent(async () => import("./screens/foreign/index.ts"), "Screen"),
});
const redact = createRoute({
  ...at("/sources/$id/redact"),
  component: lazyRouteComponent(async () => import("./screens/redact/index.ts"), "Screen"),
});
const add = createRoute({
  ...at("/add"),
  validateSearch: searchOf("how"),
  component: lazyRouteComponent(async () => import("./screens/add/index.ts"), "Screen"),
});
/** Appeals of relatives: those that came, one filled in here, and what one brought. */
const appeals = createRoute({
  ...at("/appeals"),
  component: lazyRouteComponent(async () => import("./screens/appeal/index.ts"), "Screen"),
});
const newAppeal = createRoute({
  ...at("/appeals/new"),
  component: lazyRouteComponent(async () => import("./screens/appeal/index.ts"), "FillScreen"),
});
const appeal = createRoute({
  ...at("/appeals/$id"),
  component: lazyRouteComponent(async () => import("./screens/appeal/index.ts"), "ArrivedScreen"),
});
const batches = createRoute({
  ...at("/batches"),
  component: lazyRouteComponent(async () => import("./screens/batches/index.ts"), "Screen"),
});
/** People and other records. */
const people = createRoute({
  ...at("/people"),
  component: lazyRouteComponent(async () => import("./screens/people/index.ts"), "Screen"),
});
const person = createRoute({
  ...at("/people/$id"),
  validateSearch: searchOf("tab", "open", "claim"),
  component: lazyRouteComponent(async () => import("./screens/person/index.ts"), "PersonScreen"),
});
const personConsents = createRoute({
  ...at("/people/$id/consents"),
  component: lazyRouteComponent(async () => import("./screens/consents/index.ts"), "PersonScreen"),
});
const letter = createRoute({
  ...at("/people/$id/letter"),
  component: lazyRouteComponent(
    async () => import("./screens/interventions/index.ts"),
    "LetterScreen",
  ),
});
const consents = createRoute({
  ...at("/consents"),
  component: lazyRouteComponent(async () => import("./screens/consents/index.ts"), "Screen"),
});
const interventions = createRoute({
  ...at("/interventions"),
  component: lazyRouteComponent(async () => import("./screens/interventions/index.ts"), "Screen"),
});
const intervention = createRoute({
  ...at("/interventions/$id"),
  component: lazyRouteComponent(
    async () => import("./screens/interventions/index.ts"),
    "OneScreen",
  ),
});
/** The work on people's cases: the board, what lies on which day, who has how much, one case. */
const cases = createRoute({
  ...at("/cases"),
  component: lazyRouteComponent(async () => import("./screens/cases/index.ts"), "Screen"),
});
const caseCalendar = createRoute({
  ...at("/cases/calendar"),
  /** `from`: the first day shown; `span`: `week`, else a month. */
  validateSearch: searchOf("from", "span"),
  component: lazyRouteComponent(async () => import("./screens/cases/index.ts"), "CalendarScreen"),
});
const workload = createRoute({
  ...at("/cases/workload"),
  component: lazyRouteComponent(async () => import("./screens/cases/index.ts"), "WorkloadScreen"),
});
const oneCase = createRoute({
  ...at("/cases/$id"),
  component: lazyRouteComponent(async () => import("./screens/cases/index.ts"), "CaseScreen"),
});
const release = createRoute({
  ...at("/release"),
  component: lazyRouteComponent(async () => import("./screens/release/index.ts"), "Screen"),
});
const exportsRoute = createRoute({
  ...at("/release/exports"),
  component: lazyRouteComponent(async () => import("./screens/release/index.ts"), "ExportsScreen"),
});
const dossier = createRoute({
  ...at("/people/$id/dossier"),
  /** `with`: ids of further people, with dots between them. */
  validateSearch: searchOf("with"),
  component: lazyRouteComponent(async () => import("./screens/dossier/index.ts"), "Screen"),
});
const rebuttal = createRoute({
  ...at("/people/$id/rebuttal"),
  component: lazyRouteComponent(async () => import("./screens/rebuttal/index.ts"), "Screen"),
});
const submissions = createRoute({
  ...at("/people/$id/submissions"),
  component: lazyRouteComponent(async () => import("./screens/submissions/index.ts"), "Screen"),
});
const story = createRoute({
  ...at("/people/$id/story"),
  component: lazyRouteComponent(async () => import("./screens/story/index.ts"), "Screen"),
});
const network = createRoute({
  ...at("/people/$id/network"),
  component: lazyRouteComponent(async () => import("./screens/network/index.ts"), "Screen"),
});
const record = createRoute({
  ...at("/records/$id"),
  validateSearch: searchOf("tab", "open", "claim"),
  component: lazyRouteComponent(async () => import("./screens/person/index.ts"), "RecordScreen"),
});
const list = createRoute({
  ...at("/lists/$schema"),
  validateSearch: searchOf("new"),
  component: lazyRouteComponent(async () => import("./screens/records/index.ts"), "Screen"),
});
/** What is in dispute, and how many; both are addressed by the id of a record, never by what they say. */
const questions = createRoute({
  ...at("/questions"),
  component: lazyRouteComponent(async () => import("./screens/questions/index.ts"), "Screen"),
});
const question = createRoute({
  ...at("/questions/$id"),
  component: lazyRouteComponent(
    async () => import("./screens/questions/index.ts"),
    "QuestionScreen",
  ),
});
const figures = createRoute({
  ...at("/figures"),
  component: lazyRouteComponent(async () => import("./screens/figures/index.ts"), "Screen"),
});
const quantity = createRoute({
  ...at("/figures/$id"),
  component: lazyRouteComponent(async () => import("./screens/figures/index.ts"), "QuantityScreen"),
});
/** What is documented, what lists that overlap say, and who was where. */
const counts = createRoute({
  ...at("/counts"),
  component: lazyRouteComponent(async () => import("./screens/counts/index.ts"), "Screen"),
});
const overlap = createRoute({
  ...at("/counts/overlap"),
  component: lazyRouteComponent(async () => import("./screens/counts/index.ts"), "OverlapScreen"),
});
const keptCounts = createRoute({
  ...at("/counts/kept"),
  component: lazyRouteComponent(async () => import("./screens/counts/index.ts"), "KeptScreen"),
});
const keptCount = createRoute({
  ...at("/counts/kept/$id"),
  /** `by=sex`: one figure of it by itself. */
  validateSearch: searchOf("by"),
  component: lazyRouteComponent(async () => import("./screens/counts/index.ts"), "KeptCountScreen"),
});
const map = createRoute({
  ...at("/map"),
  component: lazyRouteComponent(async () => import("./screens/map/index.ts"), "Screen"),
});
const samePerson = createRoute({
  ...at("/same-person"),
  validateSearch: searchOf("left", "right"),
  component: lazyRouteComponent(async () => import("./screens/same-person/index.ts"), "Screen"),
});
const integrity = createRoute({
  ...at("/integrity"),
  component: lazyRouteComponent(async () => import("./screens/integrity/index.ts"), "Screen"),
});
const settings = createRoute({
  ...at("/settings"),
  component: lazyRouteComponent(async () => import("./screens/settings/index.ts"), "Screen"),
});

export const routeTree = root.addChildren([
  home,
  sources,
  reader,
  evidence,
  interview,
  tableImport,
  foreign,
  redact,
  add,
  appeals,
  newAppeal,
  appeal,
  batches,
  people,
  person,
  cases,
  caseCalendar,
  workload,
  oneCase,
  dossier,
  release,
  exportsRoute,
  personConsents,
  letter,
  consents,
  interventions,
  intervention,
  rebuttal,
  submissions,
  story,
  network,
  record,
  list,
  questions,
  question,
  figures,
  quantity,
  counts,
  overlap,
  keptCounts,
  keptCount,
  map,
  samePerson,
  integrity,
  settings,
]);
