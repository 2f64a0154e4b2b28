// Figures, questions and places of the vault with all that stands about them, in the shape of people, for the same gate and screen.
// Invariant: read only, and only for the gate; claims of people who point at a place are not among the place's own.
import { type LiveClaim } from "../../store/index.ts";
import { questionsSeen, recordFiles, type StatementView } from "../../weigh/index.ts";
import type { PersonRead, ReadDeps } from "./read-people.ts";

type ThingSchema = "Figure" | "Place" | "Question";

export interface ThingRead extends PersonRead {
  readonly schema: ThingSchema;
}

export async function readThings(deps: ReadDeps): Promise<readonly ThingRead[]> {
  return [...(await readRecords(deps)), ...(await readQuestions(deps))];
}

async function readRecords(deps: ReadDeps): Promise<ThingRead[]> {
  const rows = await deps.db
    .selectFrom("records")
    .select("id")
    .where("schema", "in", ["Figure", "Place"])
    .orderBy("id")
    .execute();
  const claims: LiveClaim[] = [];
  const statements = new Map<string, StatementView>();
  const things = new Map<string, ThingRead>();
  const files = recordFiles(
    deps,
    rows.map(({ id }) => id),
    {
      claim: (claim) => claims.push(claim) > 0,
      statement: (said) => statements.set(said.id, said).size > 0,
    },
  );
  for await (const file of files) {
    const own = new Set(file.records.map(({ id }) => id));
    const said = new Set(file.statements.map(({ id }) => id));
    const schema = file.schema === "Figure" ? "Figure" : "Place";
    things.set(
      file.id,
      thing(file.id, schema, {
        records: [...own],
        claims: claims.filter(({ record }) => own.has(record)),
        // Of a place nothing is told that anybody said: it may be about the people there.
        statements:
          schema === "Place" ? [] : [...statements.values()].filter(({ id }) => said.has(id)),
      }),
    );
    claims.length = 0;
    statements.clear();
  }
  return [...things.values()];
}

async function readQuestions(deps: ReadDeps): Promise<ThingRead[]> {
  const claims = new Map<string, LiveClaim>();
  const statements = new Map<string, StatementView>();
  const questions = await questionsSeen(deps.db, {
    claim: (claim) => claims.set(claim.id, claim).size > 0,
    statement: (said) => statements.set(said.id, said).size > 0,
  });
  const rows = await deps.db
    .selectFrom("records")
    .leftJoin("clusters", "clusters.record", "records.id")
    .select(["records.id", "clusters.person"])
    .where("records.schema", "=", "Question")
    .execute();
  const recordsOf = Map.groupBy(rows, ({ id, person }) => person ?? id);
  return questions.map(({ id, sides }) => {
    const records = (recordsOf.get(id) ?? []).map((row) => row.id);
    const own = new Set([id, ...records]);
    const said = sides.flatMap((side) => side.statements.map(({ statement }) => statement.id));
    return thing(id, "Question", {
      records: [...own],
      claims: [...claims.values()].filter(
        ({ record, ref, property }) =>
          own.has(record) || (property === "question" && ref !== null && own.has(ref)),
      ),
      statements: said.flatMap((one) => statements.get(one) ?? []),
    });
  });
}

function thing(
  id: string,
  schema: ThingSchema,
  read: Pick<ThingRead, "records" | "claims" | "statements">,
): ThingRead {
  return {
    id,
    schema,
    ...read,
    related: [],
    schemas: new Map(read.records.map((record) => [record, schema])),
    sensitive: new Set(),
    atHome: new Set(),
    said: {},
    child: false,
  };
}
