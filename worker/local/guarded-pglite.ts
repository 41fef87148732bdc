/**
 * PGlite whose failures are told. A fault inside its WebAssembly (JavaScript's stack used up, an exit, a trap) is
 * swallowed by PGlite: it then answers nothing, or asks the dead program again for ever. Here it is thrown, once.
 */
import { PGlite } from '@electric-sql/pglite';

/** The program inside is gone or may no longer be trusted; only opening the folder again helps. */
export class BackendBroken extends Error {}

/** PostgreSQL's own way out of an error: the only exit that leaves the program sound. */
const LONGJMP_STATUS = 100;
/**
 * Kilobytes of stack before PostgreSQL itself refuses to go deeper (54001). Its default of two megabytes lies beyond
 * what JavaScript's stack can hold.
 */
const STACK_DEPTH_KB = 100;

export class GuardedPglite extends PGlite {
  #fault: unknown;

  /** Opens the database in `folder`; without one it lives in memory and ends with the process. */
  static async openGuarded(folder?: string): Promise<GuardedPglite> {
    const startParams = [...PGlite.defaultStartParams, '-c', `max_stack_depth=${STACK_DEPTH_KB}kB`];
    const pglite = new GuardedPglite({ ...(folder === undefined ? {} : { dataDir: folder }), startParams });
    await pglite.waitReady;
    pglite.#guard();
    return pglite;
  }

  /**
   * Runs whole messages and gives what the server wrote.
   * @param awaitsReady whether they must end in ReadyForQuery
   * @throws BackendBroken with the cause
   */
  async runMessages(bytes: Buffer, awaitsReady: boolean): Promise<Buffer> {
    const written: Buffer[] = [];
    try {
      await this.execProtocolRawStream(bytes, {
        syncToFs: false,
        onRawData: (data) => void written.push(Buffer.from(data)),
      });
    } catch (error) {
      this.#fault ??= error;
    }
    const output = Buffer.concat(written);
    if (this.#fault !== undefined) throw new BackendBroken(lastWords(output) ?? causeOf(this.#fault));
    if (awaitsReady && !endsReady(output)) throw new BackendBroken('it did not say that it is ready');
    return output;
  }

  /** Lets go of the files of a broken database. Closing it properly would have the broken program write to them. */
  async abandon(): Promise<void> {
    try {
      await this.fs?.closeFs();
    } catch {
      // Some were closed already.
    }
  }

  #guard(): void {
    const { mod } = this;
    if (mod === undefined) throw new Error('PGlite keeps its module elsewhere: it must be guarded anew');
    const once = mod._PostgresMainLoopOnce;
    mod._PostgresMainLoopOnce = () => {
      try {
        once();
      } catch (error) {
        if (statusOf(error) !== LONGJMP_STATUS) this.#fault = error;
        throw error;
      }
    };
    // PGlite calls it on the way out of every exception: the one place where its loop can be left.
    const restore = mod.stackRestore;
    mod.stackRestore = (at) => {
      if (this.#fault !== undefined) throw this.#fault;
      return restore(at);
    };
    const sendReady = mod._PostgresSendReadyForQueryIfNecessary;
    mod._PostgresSendReadyForQueryIfNecessary = () => {
      if (this.#fault === undefined) sendReady();
    };
  }
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
}

function causeOf(fault: unknown): string {
  if (fault instanceof Error) return `${fault.name}: ${fault.message}`;
  const said = typeof fault === 'object' && fault !== null && 'message' in fault ? fault.message : fault;
  return String(said);
}

/** ReadyForQuery is the last message of an answer: `Z`, its length, the state. */
function endsReady(output: Buffer): boolean {
  const at = output.length - 6;
  return at >= 0 && output[at] === 0x5a && output.readInt32BE(at + 1) === 5;
}

/** What PostgreSQL said of its own end: the message of a FATAL or PANIC error, or null. */
function lastWords(output: Buffer): string | null {
  for (let at = 0; at + 5 <= output.length; at += 1 + output.readInt32BE(at + 1)) {
    if (output[at] !== 0x45) continue;
    const fields = output.toString('utf8', at + 5, at + 1 + output.readInt32BE(at + 1)).split('\0');
    if (fields.includes('VFATAL') || fields.includes('VPANIC'))
      return fields.find((field) => field.startsWith('M'))?.slice(1) ?? null;
  }
  return null;
}
