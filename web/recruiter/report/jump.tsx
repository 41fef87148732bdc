/** On a phone the panes stand under each other: this line leads to each and says which one is in view. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';

export function Jump({ judged }: { judged: boolean }) {
  const parts = [
    { id: 'digest', label: t('jump.digest', 'Digest'), there: judged },
    { id: 'levels', label: t('jump.levels', 'Levels'), there: judged },
    { id: 'transcript', label: t('jump.transcript', 'Transcript'), there: true },
    { id: 'decide', label: t('jump.decision', 'Decision'), there: true },
  ].filter(({ there }) => there);
  const at = useInView(parts.map(({ id }) => id));
  return (
    <nav class="jump" aria-label={t('jump.label', 'This report')}>
      {parts.map(({ id, label }) => (
        <a key={id} href={`#${id}`} aria-current={at === id ? 'true' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

/** The last heading that has passed the upper third of the window. */
function useInView(ids: readonly string[]): string | undefined {
  const [at, setAt] = useState(ids[0]);
  const key = ids.join(' ');
  useEffect(() => {
    const look = () => {
      const passed = key.split(' ').filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top < innerHeight / 3;
      });
      setAt(passed.at(-1) ?? key.split(' ')[0]);
    };
    look();
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, [key]);
  return at;
}
