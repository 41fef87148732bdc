/** Whether a row's words hold what was typed, as SQL. */
import { type SQL, sql } from 'drizzle-orm';

/** Every word of the search stands somewhere in the row, in any order, without regard to case, marks and signs. */
export function matches(words: SQL, typed: string): SQL {
  // A search of signs alone is for these signs.
  return sql`(case when searchable(${typed}) = '' then position(lower(${typed}) in lower(${words})) > 0
    else not exists (select from unnest(string_to_array(searchable(${typed}), ' ')) word
      where position(word in searchable(${words})) = 0) end)`;
}
