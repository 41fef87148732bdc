/** Hands a candidate's socket to the session object; the single-use ticket in the address says who comes. */
import type { Context } from 'hono';
import { type Env, readConfig } from '../../env.ts';
import { isId, regionOf } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import { openSessionSocket } from '../guard.ts';

export async function interviewSocket(c: Context): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const region = regionOf(id);
  if (region === null || !isId('interview', id)) throw new Problem('not_found');
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket')
    throw new Problem('bad_request', { detail: 'Upgrade to a WebSocket.' });
  const answer = await openSessionSocket(readConfig(c.env as Env), region, id, c.req.raw);
  // A ticket that is not good here looks like an interview that is not there.
  if (answer.status !== 101) throw new Problem('not_found');
  return answer;
}
