/** Routes: signing in as a member. */
import type { Context } from 'hono';
import * as v from 'valibot';
import { chooseTenant, type SignedIn, sendSignInCode, signIn } from '../../domain/accounts/sign-in.ts';
import type { VisitorActor } from '../../domain/actors.ts';
import { errorFacts, log } from '../../log.ts';
import type { Region } from '../../regions/region.ts';
import { askerOf, askerWithCookie, markDevice } from '../asker.ts';
import { giveCookie } from '../cookies.ts';
import { codeField, emailField, idField, regionField } from '../fields.ts';
import { holdsMemberSession } from '../guard.ts';
import { routesFor } from '../route.ts';

const route = routesFor<VisitorActor>();

const outcomeField = v.variant('state', [
  v.object({ state: v.literal('signed-in') }),
  v.object({
    state: v.literal('choose'),
    /** Given back with the choice, once and by this browser. */
    proof: v.string(),
    tenants: v.array(v.object({ id: v.string(), name: v.string() })),
  }),
]);

export const signInRoutes = {
  'GET /api/visitor/session': route({
    summary: 'Whether this browser is signed in as a member',
    output: v.object({ member: v.boolean() }),
    handle: async ({ c }) => ({ member: await holdsMemberSession(c) }),
  }),
  'POST /api/visitor/sign-in/code': route({
    summary: 'Mail a code to a member; the answer does not tell whether there is one',
    body: v.object({ region: regionField, email: emailField }),
    output: v.object({ resendInMs: v.number(), digits: v.number() }),
    handle: async ({ region, actor, body, c }) =>
      await sendSignInCode(region, actor, {
        email: body.email,
        asker: askerWithCookie(c, region),
        later: (work) => afterwards(c, work),
      }),
  }),
  'POST /api/visitor/sign-in': route({
    summary: 'Sign in with the mailed code, or learn which tenants there are to choose from',
    body: v.object({ region: regionField, email: emailField, code: codeField }),
    output: outcomeField,
    handle: async ({ region, actor, body, c }) =>
      answered(c, region, await signIn(region, actor, { email: body.email, code: body.code, ...entering(c) })),
  }),
  'POST /api/visitor/sign-in/tenant': route({
    summary: 'Sign in at one of several tenants, after the code',
    body: v.object({
      region: regionField,
      email: emailField,
      proof: v.pipe(v.string(), v.maxLength(200)),
      tenant: idField('tenant'),
    }),
    output: outcomeField,
    handle: async ({ region, actor, body, c }) =>
      answered(c, region, await chooseTenant(region, actor, { ...body, ...entering(c) })),
  }),
};

function answered(c: Context, region: Region, outcome: SignedIn): v.InferOutput<typeof outcomeField> {
  if (outcome.state === 'choose') return outcome;
  giveCookie(c, 'il-member', outcome.secret, outcome.expiresAt);
  markDevice(c, region, outcome.mark);
  return { state: 'signed-in' };
}

function entering(c: Context) {
  return {
    device: c.req.header('user-agent') ?? '',
    asker: askerOf(c),
    later: (work: Promise<unknown>) => afterwards(c, work),
  };
}

/** Lets work go on after the answer; when it fails, that is for the log, since nobody waits for it. */
function afterwards(c: Context, work: Promise<unknown>): void {
  c.executionCtx.waitUntil(
    work.catch((error: unknown) => log('error', { event: 'sign-in-mail-not-sent', ...errorFacts(error) })),
  );
}
