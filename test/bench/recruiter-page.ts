/** recruiter_page: JavaScript of a recruiter's first load: signing in, and the home page after it. */
import { signInMember } from '../../worker/local/sign-in.ts';
import { MAILBOX_KEY } from '../support/mailbox-key.ts';
import { startBare } from './bare-product.ts';
import type { Bench, BenchResult } from './bench.ts';
import { compressedKB, scriptsOf } from './page-bytes.ts';

export const bench: Bench = { name: 'recruiter_page', run };

const TARGET_KB = 100;
/** The same kind of page with React and its accessible widgets, as measured for the choice of the stack. */
const REACT_KB = 198;

async function run(): Promise<BenchResult[]> {
  const product = await startBare();
  try {
    const email = 'ana.silva@example.com';
    await fetch(`${product.url}/api/operator/tenants`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await product.operatorKey()}` },
      body: JSON.stringify({ region: 'eu', name: 'Measured', owner: { name: 'Ana Silva', email } }),
    });
    const client = await signInMember({ url: product.url, mailboxKey: MAILBOX_KEY }, 'eu', email);
    const signIn = await scriptsOf(`${product.url}/sign-in?region=eu`);
    const secret = new Map(client.cookies()).get('il-member') ?? '';
    const home = await scriptsOf(`${product.url}/app`, { name: 'il-member', value: secret, url: product.url });
    if (!home.some((file) => file.startsWith('home-page'))) throw new Error('the home page did not load');
    const kb = compressedKB(home);
    return [
      {
        name: 'recruiter_page',
        value: Math.round(kb * 10) / 10,
        unit: 'KB br',
        target: `≤ ${TARGET_KB}`,
        baseline: `React with accessible widgets ${REACT_KB} KB (measured elsewhere), ratio ${(kb / REACT_KB).toFixed(2)}`,
        ok: kb <= TARGET_KB,
        notes: [`signing in loads ${compressedKB(signIn).toFixed(1)} KB br`],
      },
    ];
  } finally {
    await product.close();
  }
}
