/** Says that somebody listens, for as long as they do: the media room itself tells who is in it. */
import './call.css';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../shared/i18n.ts';
import { Icon } from '../../../shared/icon.tsx';
import { eye } from '../../../shared/icons.ts';
import { announce } from '../../../shared/ui/announcer.tsx';

export function Listened({ listeners, tenant }: { listeners: number; tenant: string }) {
  const before = useRef(0);
  const text = t(
    'call.listened',
    '{n, plural, one {Somebody of {tenant} is} other {# people of {tenant} are}} listening now.',
    { n: listeners, tenant },
  );
  useEffect(() => {
    if (listeners > before.current) announce(text);
    if (listeners === 0 && before.current > 0) announce(t('call.alone', 'Nobody is listening any more.'));
    before.current = listeners;
  }, [listeners]);
  if (listeners === 0) return null;
  return (
    <p class="listened">
      <Icon d={eye} />
      <span>{text}</span>
    </p>
  );
}
