/** Whether groups of candidates fare differently: counts of crowds, in words and figures. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { SelectField } from '../../shared/ui/select-field.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { mayKeepBooks, useMe } from '../me.ts';
import { PageTop } from '../page-top.tsx';
import { FairnessSettings } from './fairness-settings.tsx';
import type { Fairness, Measured } from './fairness-types.ts';
import { measureLead, measureTitle } from './fairness-words.ts';
import { MeasureTable } from './measure-table.tsx';
import '../settings/settings.css';
import './fairness.css';

export function FairnessPage() {
  const me = useMe();
  const fairness = useLoad((signal) => api('GET /api/recruiter/fairness', { signal }), []);
  useTitle(t('fairness.title', 'Fairness'));
  return (
    <>
      <PageTop
        path={[{ href: '/app/privacy', label: t('privacy.title', 'Privacy and region') }]}
        title={t('fairness.title', 'Fairness')}
      />
      <main id="main" class="settings" tabIndex={-1}>
        <Loaded of={fairness}>
          {(data) => (
            <>
              <section aria-labelledby="fair-how">
                <h2 id="fair-how">{t('fairness.how', 'What this page can and cannot tell')}</h2>
                <p>
                  {t(
                    'fairness.voluntary',
                    'Candidates may say who they are after they have sent their interview, and nobody has to. Their answers are stored apart from names and interviews; nobody can look them up. Here they are counted, per role, and no group of fewer than {least} people is shown. New outcomes come into the counts {least} at a time.',
                    { least: data.least },
                  )}
                </p>
                <p>
                  {t(
                    'fairness.not-proof',
                    'A difference is a reason to look, not a proof; an even table is no proof of the opposite.',
                  )}
                </p>
              </section>
              <Counts fairness={data}>
                {mayKeepBooks(me) ? <FairnessSettings fairness={data} onSaved={fairness.reload} /> : null}
              </Counts>
            </>
          )}
        </Loaded>
      </main>
    </>
  );
}

/** `children` stand below the counts, and not before them: what comes later would push them down. */
function Counts({ fairness, children }: { fairness: Fairness; children: ComponentChildren }) {
  const [chosen, choose] = useState(fairness.roles[0]?.id ?? '');
  const { percent, level } = fairness;
  const counts = useLoad(
    (signal) =>
      chosen === ''
        ? Promise.resolve({ measured: [] })
        : api('GET /api/recruiter/roles/:role/fairness', { params: { role: chosen }, signal }),
    [chosen, percent, level],
  );
  if (chosen === '') {
    return (
      <>
        <p class="muted">{t('fairness.no-roles', 'There is no role yet.')}</p>
        {children}
      </>
    );
  }
  return (
    <>
      <section aria-labelledby="fair-role" class="fair-role">
        <h2 id="fair-role" class="vh">
          {t('fairness.role', 'Role')}
        </h2>
        <SelectField
          label={t('fairness.role', 'Role')}
          value={chosen}
          options={fairness.roles.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={choose}
        />
        <a class="btn btn-line" href={`/api/recruiter/roles/${chosen}/fairness.csv`} download>
          {t('fairness.csv', 'Download these counts (CSV)')}
        </a>
      </section>
      <Loaded of={counts} what={t('fairness.counting', 'Counting…')}>
        {({ measured }) =>
          nothingShown(measured) ? (
            <TooFew roleId={chosen} least={fairness.least} />
          ) : (
            (['selection', 'scoring'] as const).map((measure) => (
              <section key={measure} aria-labelledby={`fair-${measure}`}>
                <h2 id={`fair-${measure}`}>{measureTitle(measure)}</h2>
                <p>{measureLead(measure, level)}</p>
                {measured.map((one) => (
                  <MeasureTable
                    key={one.question}
                    measured={one}
                    measure={measure}
                    least={fairness.least}
                    threshold={percent}
                  />
                ))}
              </section>
            ))
          )
        }
      </Loaded>
      {counts.state === 'loading' ? null : children}
    </>
  );
}

function nothingShown(measured: readonly Measured[]): boolean {
  return measured.every(({ selection, scoring }) => [...selection, ...scoring].every(({ shown }) => shown === null));
}

/** One sentence for all questions, and how far the role has come. */
function TooFew({ roleId, least }: { roleId: string; least: number }) {
  const roles = useLoad((signal) => api('GET /api/recruiter/roles', { signal }), []);
  const counts = roles.state === 'ready' ? roles.data.roles.find(({ id }) => id === roleId)?.counts : undefined;
  const decided = counts === undefined ? null : counts['next-round'] + counts.closed + counts['on-hold'];
  return (
    <section class="fair-few" aria-label={t('fairness.progress', 'How far the role has come')}>
      <p>
        {decided === null
          ? t(
              'fairness.too-few-yet',
              'Nothing can be shown yet: it takes at least {least} people in a group who answered about themselves.',
              { least },
            )
          : t(
              'fairness.too-few-so-far',
              'Nothing can be shown yet: it takes at least {least} people in a group who answered about themselves. In this role {decided, plural, =0 {nobody’s interview is} one {# person’s interview is} other {# people’s interviews are}} over and decided so far.',
              { least, decided },
            )}
      </p>
      {decided === null ? null : (
        <progress
          max={least}
          value={Math.min(decided, least)}
          aria-label={t('fairness.progress.of', '{decided} of at least {least}', { decided, least })}
        />
      )}
    </section>
  );
}
