/** Neon's `POST /sql`: one query, or a batch that is one transaction, answered in PostgreSQL's own text. */
import { type Client, DatabaseError, type Pool, type PoolClient, type QueryArrayConfig } from 'pg';
import * as v from 'valibot';

const querySchema = v.object({
  query: v.string(),
  params: v.optional(v.array(v.unknown()), []),
});
const bodySchema = v.union([v.object({ queries: v.array(querySchema) }), querySchema]);
type Query = v.InferOutput<typeof querySchema>;

const ISOLATION_LEVELS: Record<string, string> = {
  ReadUncommitted: 'read uncommitted',
  ReadCommitted: 'read committed',
  RepeatableRead: 'repeatable read',
  Serializable: 'serializable',
};

/** Every value stays the text that PostgreSQL wrote; the driver at the other end parses it. */
const RAW_TEXT = { getTypeParser: () => (value: string) => value };

/** The fields of an error that Neon's driver copies from the body. */
const ERROR_FIELDS = [
  'severity',
  'code',
  'detail',
  'hint',
  'position',
  'internalPosition',
  'internalQuery',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'file',
  'line',
  'routine',
] as const;

export interface SqlRequest {
  body: unknown;
  header(name: string): string | undefined;
}

export interface SqlAnswer {
  status: 200 | 400;
  body: unknown;
}

/** Answers one request over a connection of `pool`. */
export async function answerSql(pool: Pool, request: SqlRequest): Promise<SqlAnswer> {
  const parsed = v.safeParse(bodySchema, request.body);
  if (!parsed.success) return refusal('the body is neither a query nor a batch', '08P01');
  const asArrays = request.header('neon-array-mode') === 'true';
  try {
    const body = parsed.output;
    if ('query' in body) return { status: 200, body: await withClient(pool, (client) => run(client, body, asArrays)) };
    const begin = beginOf(request);
    const results = await withClient(pool, (client) => runBatch(client, begin, body.queries, asArrays));
    return { status: 200, body: { results } };
  } catch (error) {
    return { status: 400, body: errorBody(error) };
  }
}

export function refusal(message: string, code: string): SqlAnswer {
  return { status: 400, body: { message, code, severity: 'ERROR' } };
}

/** A client that failed half-way is closed, not handed to the next request. */
async function withClient<T>(pool: Pool, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    return await use(client);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.severity === 'FATAL') broken = new Error('connection lost');
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

function beginOf(request: SqlRequest): string {
  const level = request.header('neon-batch-isolation-level');
  const modes: string[] = [];
  if (level !== undefined && ISOLATION_LEVELS[level] !== undefined)
    modes.push(`isolation level ${ISOLATION_LEVELS[level]}`);
  if (request.header('neon-batch-read-only') === 'true') modes.push('read only');
  if (request.header('neon-batch-deferrable') === 'true') modes.push('deferrable');
  return `begin ${modes.join(', ')}`;
}

async function runBatch(client: PoolClient, begin: string, queries: Query[], asArrays: boolean): Promise<unknown[]> {
  await client.query(begin);
  try {
    const results: unknown[] = [];
    for (const query of queries) results.push(await run(client, query, asArrays));
    await client.query('commit');
    return results;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function run(client: Client | PoolClient, { query, params }: Query, asArrays: boolean): Promise<unknown> {
  const config: QueryArrayConfig & { queryMode: 'extended' } = {
    text: query,
    values: params,
    rowMode: 'array',
    // As at Neon, one request's query is one statement, with parameters or without.
    queryMode: 'extended',
    types: RAW_TEXT,
  };
  const result = await client.query(config);
  const rows = asArrays
    ? result.rows
    : result.rows.map((row) => Object.fromEntries(result.fields.map((field, at) => [field.name, row[at]])));
  return {
    command: result.command,
    rowCount: result.rowCount,
    rowAsArray: asArrays,
    fields: result.fields.map(({ name, tableID, columnID, dataTypeID, dataTypeSize, dataTypeModifier, format }) => ({
      name,
      tableID,
      columnID,
      dataTypeID,
      dataTypeSize,
      dataTypeModifier,
      format,
    })),
    rows,
  };
}

function errorBody(error: unknown): Record<string, unknown> {
  if (!(error instanceof DatabaseError)) return { message: String(error), code: '08006', severity: 'FATAL' };
  return { message: error.message, ...Object.fromEntries(ERROR_FIELDS.map((field) => [field, error[field]])) };
}
