// Kysely over the worker thread: one connection, a mutex, and the conversions SQLite needs.
// Invariant: a transaction holds the mutex from begin to commit, so no other query slips inside it.
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  CompiledQuery,
} from "kysely";
import type { Cell } from "../engine.ts";
import type { SqlcipherConnection } from "./connection.ts";

class Mutex {
  #tail: Promise<void> = Promise.resolve();
  async take(): Promise<() => void> {
    let release = (): void => {};
    const before = this.#tail;
    this.#tail = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }
}

/** SQLCipher's binding throws on booleans and undefined and rounds large integers: refuse or convert here, once. */
function cell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") {
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      throw new RangeError("integer past 2^53");
    return value;
  }
  if (typeof value === "string" || value instanceof Uint8Array) return value;
  throw new TypeError(`a ${typeof value} cannot be stored`);
}

class Connection implements DatabaseConnection {
  readonly #db: SqlcipherConnection;
  constructor(db: SqlcipherConnection) {
    this.#db = db;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.#db.query(query.sql, query.parameters.map(cell));
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("read in pages instead of streaming");
  }
}

class SqlcipherDriver implements Driver {
  readonly #connection: Connection;
  readonly #mutex = new Mutex();
  #release: (() => void) | undefined;
  constructor(db: SqlcipherConnection) {
    this.#connection = new Connection(db);
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    this.#release = await this.#mutex.take();
    return this.#connection;
  }
  async releaseConnection(): Promise<void> {
    this.#release?.();
  }
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("BEGIN IMMEDIATE"));
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("COMMIT"));
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("ROLLBACK"));
  }
  async destroy(): Promise<void> {}
}

/** A Kysely dialect over one SQLCipher connection in a worker thread. */
export function sqlcipherDialect(db: SqlcipherConnection): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqlcipherDriver(db),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
