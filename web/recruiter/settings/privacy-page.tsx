/** Where the tenant's data rests, what is guaranteed there, and who processes it: all from the running configuration. */
import { type Answer, api } from '../../shared/api.ts';
import { longDay } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { info, shield } from '../../shared/icons.ts';
import { regionName } from '../../shared/region-name.ts';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { mayKeepBooks, mayReadLog, useMe } from '../me.ts';
import { PageTop } from '../page-top.tsx';
import { CELL, COLUMN, ROW, ROW_HEAD, ROWS, TABLE } from '../table-roles.ts';
import { CalendarSection } from './calendar-section.tsx';
import { CandidatesSection } from './candidates-section.tsx';
import { MakersTable } from './makers-table.tsx';
import { holdsWord, makerWord, partWord, restsWord } from './privacy-words.ts';
import { ResumeSection } from './resume-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { SpendSection } from './spend-section.tsx';
import './settings.css';

type Privacy = Answer<'GET /api/recruiter/privacy'>;
type Kept = Privacy['regions'][number]['kept'];

export function PrivacyPage() {
  const privacy = useLoad((signal) => api('GET /api/recruiter/privacy', { signal }), []);
  useTitle(t('privacy.title', 'Privacy and region'));
  return (
    <>
      <PageTop title={t('privacy.title', 'Privacy and region')} />
      <main id="main" class="settings" tabIndex={-1}>
        <Loaded of={privacy} what={t('privacy.loading', 'Reading the configuration…')}>
          {(data) => <Sections data={data} reload={privacy.reload} />}
        </Loaded>
      </main>
    </>
  );
}

/** All at once: a section that comes later would push down what is being read. */
function Sections({ data, reload }: { data: Privacy; reload: () => void }) {
  const me = useMe();
  return (
    <>
      <section aria-labelledby="rests">
        <h2 id="rests">
          {t('privacy.rests', '{tenant} rests in this region: {region}', {
            tenant: me.tenant.name,
            region: regionName(me.region.id),
          })}
        </h2>
        <p>
          {t(
            'privacy.fixed',
            'Chosen on {day}, and fixed for good: a company never changes region, there is no failover out of it, and no list of people crosses regions.',
            {
              day: longDay(me.tenant.createdAt),
            },
          )}
        </p>
        <Parts parts={data.parts} kept={me.region.kept} />
        <p class="small">
          {t(
            'privacy.device',
            'Faces, face measurements and voice prints stand nowhere here: there is no field for them.',
          )}
        </p>
      </section>
      <section aria-labelledby="makers">
        <h2 id="makers">{t('privacy.makers', 'Who gets what candidates say')}</h2>
        <p>{processingWords(data.processing)}</p>
        <MakersTable makers={data.makers} />
      </section>
      <CandidatesSection feedback={data.feedback} onChanged={reload} />
      <ResumeSection kept={data.keepResumes} onChanged={reload} />
      <SessionsSection minutes={data.sessionIdleMinutes} onChanged={reload} />
      {mayKeepBooks(me) ? <SpendSection /> : null}
      <CalendarSection />
      {mayReadLog(me) ? (
        <section aria-labelledby="log">
          <h2 id="log">{t('audit.title', 'Audit log')}</h2>
          <p>{t('audit.text', 'Who read and changed what, and when; with filters, and to take along.')}</p>
          <p>
            <a href="/app/audit">{t('audit.go', 'Open the audit log')}</a>
          </p>
        </section>
      ) : null}
      <section aria-labelledby="regions">
        <h2 id="regions">{t('privacy.regions', 'A guarantee or a hint, region by region')}</h2>
        <p>
          {t(
            'privacy.regions.text',
            'A guarantee is a setting that the platform must keep. A hint is a wish that it usually follows. Where there is only a hint, nothing personal rests in that place.',
          )}
        </p>
        <Regions regions={data.regions} here={me.region.id} />
      </section>
    </>
  );
}

function processingWords(processing: Privacy['processing']): string {
  return processing === 'region'
    ? t(
        'privacy.strict',
        'Your company lets only those providers help that process in its region. What is not known is denied, and where nobody is left the interviewer follows the plan by rules.',
      )
    : t(
        'privacy.anywhere',
        'Your company lets providers help wherever they process. What a provider’s task does not need, it does not get.',
      );
}

function Parts({ parts, kept }: { parts: Privacy['parts']; kept: Kept }) {
  return (
    <table class="facts-table" {...TABLE} aria-label={t('privacy.parts', 'What processes which data for you')}>
      <thead {...ROWS}>
        <tr {...ROW}>
          <th {...COLUMN}>{t('privacy.part', 'Part')}</th>
          <th {...COLUMN}>{t('privacy.maker', 'By')}</th>
          <th {...COLUMN}>{t('privacy.holds', 'What passes through it')}</th>
          <th {...COLUMN}>{t('privacy.where', 'Where it rests')}</th>
        </tr>
      </thead>
      <tbody {...ROWS}>
        {parts.map((part) => (
          <tr {...ROW} key={part.port}>
            <th {...ROW_HEAD}>
              <b>{partWord(part.port)}</b>
            </th>
            <td {...CELL} data-label={t('privacy.maker', 'By')}>
              {makerWord(part.maker, part.real)}
            </td>
            <td {...CELL} data-label={t('privacy.holds', 'What passes through it')}>
              {holdsWord(part.port)}
            </td>
            <td {...CELL} data-label={t('privacy.where', 'Where it rests')}>
              {restsWord(part, kept)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Regions({ regions, here }: { regions: Privacy['regions']; here: string }) {
  return (
    <table class="facts-table" {...TABLE} aria-labelledby="regions">
      <thead {...ROWS}>
        <tr {...ROW}>
          <th {...COLUMN}>{t('privacy.region', 'Region')}</th>
          <th {...COLUMN}>{t('privacy.stores', 'Database and files')}</th>
          <th {...COLUMN}>{t('privacy.session', 'Live session’s position and clock')}</th>
        </tr>
      </thead>
      <tbody {...ROWS}>
        {regions.map((region) => (
          <tr {...ROW} key={region.id} class={region.id === here ? 'here' : undefined}>
            <th {...ROW_HEAD}>
              {region.id === here
                ? t('privacy.yours', '{region}, yours', { region: regionName(region.id) })
                : regionName(region.id)}
            </th>
            <td {...CELL} data-label={t('privacy.stores', 'Database and files')}>
              {region.configured
                ? t('privacy.own', 'Its own, named by whoever runs this installation')
                : t('privacy.not-set', 'Not set up on this installation')}
            </td>
            <td {...CELL} data-label={t('privacy.session', 'Live session’s position and clock')}>
              <KeptWord kept={region.kept} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function KeptWord({ kept }: { kept: Kept }) {
  return kept === 'guarantee' ? (
    <span class="good nowrap">
      <Icon d={shield} small /> {t('privacy.guarantee', 'Guaranteed by the platform')}
    </span>
  ) : (
    <span class="nowrap">
      <Icon d={info} small /> {t('privacy.hint', 'Hint only; nothing personal rests there')}
    </span>
  );
}
