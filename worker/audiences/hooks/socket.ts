/** Hands the socket of a track's copy to the session object; the single-use ticket in the address is all it has. */
import type { Context } from 'hono';
import { type Env, readConfig } from '../../env.ts';
import { isId, regionOf } from '../../ids.ts';
import { Problem } from '../../problems.ts';
import { openSessionSocket } from '../guard.ts';

export async function egressSocket(c: Context): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const region = regionOf(id);
  const upgrade = c.req.header('upgrade')?.toLowerCase() === 'websocket';
  if (region === null || !isId('interview', id) || !upgrade) throw new Problem('not_found');
  const answer = await openSessionSocket(readConfig(c.env as Env), region, id, c.req.raw);
  if (answer.status !== 101) throw new Problem('not_found');
  return answer;
}
