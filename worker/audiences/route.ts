/**
 * One schema per route: what comes in, what goes out, its line in the OpenAPI document and the web app's typed
 * client all come from the same entry. A route map's keys are `METHOD /path/:param`.
 */
import type { Context } from 'hono';
import type * as v from 'valibot';
import type { MemberRole } from '../domain/vocabulary.ts';
import type { Config } from '../env.ts';
import type { Region } from '../regions/region.ts';

export type Schema = v.GenericSchema;
export type Empty = Record<never, never>;

/** What a handler is given. `region` is open already; the tenant is in `actor` and nowhere else. */
export interface Call<Actor, P, Q, B> {
  region: Region;
  actor: Actor;
  params: P;
  query: Q;
  body: B;
  config: Config;
  /** For cookies, raw bodies and streams only. */
  c: Context;
}

/** What a route carries beside JSON. The handler reads and writes it itself; the OpenAPI document names it. */
export interface RouteBytes {
  /** Content types of a body that is no JSON. */
  sends?: readonly string[];
  /** The request's own headers. */
  headers?: Schema;
  /** The content type of a `'binary'` answer. */
  answers?: string;
  /** The answer may be a part of the whole, by `range`. */
  inParts?: boolean;
}

/** A route as the mount sees it. */
export interface AnyRoute<Actor> {
  summary: string;
  params: Schema | undefined;
  query: Schema | undefined;
  body: Schema | undefined;
  /** `null`: an empty 204. `'binary'`: the handler answers with a Response of its own. */
  output: Schema | null | 'binary';
  /** The members who may; undefined where the audience is not members. */
  roles: readonly MemberRole[] | undefined;
  /** An open page asks this by itself, again and again: it keeps no session alive. */
  byItself: boolean;
  /** 201 for a route that makes a thing. */
  status: 200 | 201 | undefined;
  bytes: RouteBytes | undefined;
  handle(call: Call<Actor, never, never, never>): Promise<unknown>;
}
export type RouteMap<Actor> = Readonly<Record<string, AnyRoute<Actor>>>;

/** A route with the types that the client needs; `types` is never there at run time. */
export type Route<Actor, P, Q, B, O> = AnyRoute<Actor> & {
  readonly types?: { params: P; query: Q; body: B; output: O };
};

type In<S> = S extends Schema ? v.InferOutput<S> : Empty;
type Sent<S> = S extends Schema ? v.InferInput<S> : Empty;
type Out<S> = S extends Schema ? v.InferOutput<S> : S extends 'binary' ? Response : undefined;

interface Spec<Actor, P, Q, B, O> {
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  output: O;
  byItself?: boolean;
  status?: 200 | 201;
  bytes?: RouteBytes;
  handle(call: Call<Actor, In<P>, In<Q>, In<B>>): Promise<Out<O>>;
}

/** Every member's route names who may; no other audience has roles to name. */
type WhoMay<Actor> = Actor extends { kind: 'member' } ? { roles: readonly MemberRole[] } : { roles?: undefined };

/** Makes routes for one audience's actor: `const route = routesFor<MemberActor>()`. */
export function routesFor<Actor>() {
  return function route<
    const P extends Schema | undefined = undefined,
    const Q extends Schema | undefined = undefined,
    const B extends Schema | undefined = undefined,
    const O extends Schema | null | 'binary' = null,
  >(spec: Spec<Actor, P, Q, B, O> & WhoMay<Actor>): Route<Actor, Sent<P>, Sent<Q>, Sent<B>, Out<O>> {
    return {
      summary: spec.summary,
      params: spec.params,
      query: spec.query,
      body: spec.body,
      output: spec.output,
      roles: spec.roles,
      byItself: spec.byItself ?? false,
      status: spec.status,
      bytes: spec.bytes,
      handle: spec.handle,
    };
  };
}

/** What the client sends to a route. */
export type Input<R> = R extends {
  readonly types?: { params: infer P; query: infer Q; body: infer B; output: unknown };
}
  ? Named<'params', P> & Named<'query', Q> & Named<'body', B>
  : never;
type Named<Name extends string, T> = keyof T extends never ? unknown : { [K in Name]: T };

/** What a route answers. */
export type Output<R> = R extends {
  readonly types?: { params: unknown; query: unknown; body: unknown; output: infer O };
}
  ? O
  : never;
