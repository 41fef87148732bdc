/** The origins that a page must reach for calls: those of the media servers that are set up here, and no others. */
import type { Config } from './env.ts';

/** As a Content-Security-Policy names them, the socket beside the plain address; empty without any. */
export function callHosts(config: Config): string[] {
  const origins = Object.values(config.regions).flatMap(({ providers }) => {
    if (providers.livekit === null) return [];
    const { host, protocol } = new URL(providers.livekit.url);
    const secure = protocol === 'https:' || protocol === 'wss:';
    return secure ? [`https://${host}`, `wss://${host}`] : [`http://${host}`, `ws://${host}`];
  });
  return [...new Set(origins)].sort();
}
