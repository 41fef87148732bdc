/** What is kept, where, until when; taking it along, changing consent, asking people. */
import '../later.css';
import { useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { arrowStart } from '../../shared/icons.ts';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { Arranged } from '../arranged.tsx';
import { Frame } from '../frame.tsx';
import type { OwnInterview } from '../link.ts';
import type { PageProps } from '../page-props.ts';
import { OwnResume } from '../resume/own-resume.tsx';
import { AboutYou } from './about-you.tsx';
import { Choices } from './choices.tsx';
import { Feedback } from './feedback.tsx';
import { Kept } from './kept.tsx';
import { Rights } from './rights.tsx';

export type OwnData = Answer<'GET /api/candidate/data'>;

export function DataPage({ opened, reload }: PageProps) {
  const { own, facts } = opened;
  const load = useLoad((signal) => api('GET /api/candidate/data', { signal }), []);
  useTitle(t('data.title', 'Your data'), facts.tenant);
  if (own === null) return null;
  return (
    <Frame tenant={facts.tenant}>
      <header class="head">
        <p>
          <button type="button" class="link" onClick={() => history.back()}>
            <Icon d={arrowStart} small turns /> {t('data.back', 'Back')}
          </button>
        </p>
        <h1>{t('data.title', 'Your data')}</h1>
        <p class="lead">
          {t('data.lead', 'Everything {tenant} holds from your interview, and what you can do about it.', {
            tenant: own.tenant,
          })}
        </p>
      </header>
      <Loaded of={load}>{(data) => <Sections own={own} data={data} reload={reload} again={load.reload} />}</Loaded>
    </Frame>
  );
}

interface SectionsProps {
  own: OwnInterview;
  data: OwnData;
  reload: () => void;
  again: () => void;
}

function Sections({ own, data, reload, again }: SectionsProps) {
  const [consents, setConsents] = useState(own.consents);
  return (
    <>
      <Arranged own={own} />
      <Feedback parts={data.feedback} />
      <Kept own={own} data={data} />
      <Rights own={own} data={data} reload={reload} />
      <OwnResume tenant={own.tenant} open={own.endedAt === null} />
      <Choices own={own} consents={consents} change={setConsents} reload={reload} />
      <AboutYou own={own} data={data} again={again} />
    </>
  );
}
