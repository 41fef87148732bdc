/** The way between the parts of the workspace, with what waits in each; at the bottom on a phone. */
import { useEffect } from 'preact/hooks';
import { api } from '../shared/api.ts';
import { Loops } from '../shared/brand.tsx';
import { number } from '../shared/format.ts';
import { t } from '../shared/i18n.ts';
import { Icon } from '../shared/icon.tsx';
import { briefcase, home, live, page, people, shield } from '../shared/icons.ts';
import { useLoad } from '../shared/use-load.ts';
import { initials } from './initials.ts';
import { useMe } from './me.ts';

/** Pages that stand below another in the rail. */
const ABOVE = [
  ['/app/interviews/', '/app/roles'],
  ['/app/fairness', '/app/privacy'],
  ['/app/audit', '/app/privacy'],
] as const;
const ASK_EVERY_MS = 30_000;

export function Rail({ path }: { path: string }) {
  const { member } = useMe();
  const waiting = useLoad((signal) => api('GET /api/recruiter/waiting', { signal }), []);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) waiting.reload();
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [waiting.reload]);
  useEffect(() => waiting.reload(), [path]);
  const counts = waiting.state === 'ready' ? waiting.data : { live: 0, requests: 0 };
  const links = [
    { href: '/app', label: t('rail.home', 'Home'), icon: home },
    { href: '/app/roles', label: t('rail.roles', 'Roles'), icon: briefcase },
    {
      href: '/app/live',
      label: t('rail.live', 'Live'),
      icon: live,
      count: counts.live,
      says: t('rail.live.count', '{n, plural, one {# person in an interview} other {# people in an interview}}', {
        n: counts.live,
      }),
    },
    {
      href: '/app/requests',
      label: t('rail.requests', 'Requests'),
      icon: page,
      count: counts.requests,
      says: t('rail.requests.count', '{n, plural, one {# open} other {# open}}', { n: counts.requests }),
    },
    { href: '/app/privacy', label: t('rail.privacy', 'Privacy'), icon: shield },
    { href: '/app/team', label: t('rail.team', 'Team'), icon: people },
  ];
  const at = ABOVE.find(([below]) => path.startsWith(below))?.[1] ?? path;
  const here = (href: string) => (href === '/app' ? at === '/app' : at === href || at.startsWith(`${href}/`));
  return (
    <nav class="rail" aria-label={t('rail.name', 'Main')}>
      <a class="rail-brand" href="/app" aria-label={t('rail.brand', 'Interloop, home')}>
        <Loops />
      </a>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={here(link.href) ? 'page' : undefined}>
              <Icon d={link.icon} />
              <span class="rail-word">{link.label}</span>
              {link.count ? (
                <b class="rail-count">
                  <span aria-hidden="true">{number(link.count)}</span>
                  <span class="vh">{link.says}</span>
                </b>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
      <a class="rail-me" href="/app/account" aria-current={here('/app/account') ? 'page' : undefined}>
        <span>{initials(member.name)}</span>
        <b class="vh">{t('rail.me', '{name}, your account', { name: member.name })}</b>
      </a>
    </nav>
  );
}
