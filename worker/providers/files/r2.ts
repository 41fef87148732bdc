/** Cloudflare R2, one bucket binding per region. */
import type { Files } from './files.ts';

/** R2 deletes at most this many keys in one call. */
const DELETE_AT_ONCE = 1000;

export function r2Files(bucket: R2Bucket): Files {
  return {
    async put(key, bytes, contentType) {
      await bucket.put(key, bytes, { httpMetadata: { contentType } });
    },
    async get(key, range) {
      const found = await bucket.get(key, range === undefined ? {} : { range });
      if (found === null) return null;
      return { body: found.body, length: range?.length ?? found.size, total: found.size };
    },
    async bytes(key) {
      const found = await bucket.get(key);
      return found === null ? null : new Uint8Array(await found.arrayBuffer());
    },
    async delete(keys) {
      for (let i = 0; i < keys.length; i += DELETE_AT_ONCE) await bucket.delete(keys.slice(i, i + DELETE_AT_ONCE));
    },
    async list(prefix) {
      const keys: string[] = [];
      let cursor: string | undefined;
      do {
        const page: R2Objects = await bucket.list(cursor === undefined ? { prefix } : { prefix, cursor });
        keys.push(...page.objects.map((object) => object.key));
        cursor = page.truncated ? page.cursor : undefined;
      } while (cursor !== undefined);
      return keys;
    },
  };
}
