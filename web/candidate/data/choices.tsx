/** Changing what was agreed to; it counts at once. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { regionName } from '../../shared/region-name.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import { Purpose } from '../consent-page.tsx';
import type { OwnInterview } from '../link.ts';
import { purposeTexts } from '../purpose-texts.ts';

type Consents = OwnInterview['consents'];

interface Props {
  own: OwnInterview;
  consents: Consents;
  change: (next: Consents) => void;
  reload: () => void;
}

export function Choices({ own, consents, change, reload }: Props) {
  const [leaving, setLeaving] = useState(false);
  const action = useAction(async (next: Consents) => {
    const body = {
      purposes: next,
      textVersion: own.textVersion,
      language: document.documentElement.lang,
    };
    const takesBack =
      (consents.recording && !next.recording) || (consents.analytics && !next.analytics) || !next.interview;
    change(await api(takesBack ? 'POST /api/candidate/consents/withdrawal' : 'POST /api/candidate/consents', { body }));
    if (!next.interview) reload();
  });
  const texts = purposeTexts(own.tenant, regionName(own.region.id));
  return (
    <section class="sub" aria-labelledby="choices">
      <h2 id="choices">{t('data.choices', 'Change what you agreed to')}</h2>
      <div class="purposes">
        <Purpose
          id="recording"
          {...texts.recording}
          on={consents.recording}
          onChange={(recording) => void action.run({ ...consents, recording })}
        />
        <Purpose
          id="analytics"
          {...texts.analytics}
          on={consents.analytics}
          onChange={(analytics) => void action.run({ ...consents, analytics })}
        />
      </div>
      <ProblemNotice problem={action.problem} />
      {consents.interview && own.state !== 'withdrawn' ? (
        <div class="act">
          <Button kind="bad" onClick={() => setLeaving(true)}>
            {t('data.withdraw', 'Withdraw from the interview')}
          </Button>
        </div>
      ) : null}
      {leaving ? (
        <Dialog
          title={t('data.withdraw.title', 'Withdraw from the interview?')}
          onClose={() => setLeaving(false)}
          actions={
            <>
              <Button kind="text" onClick={() => setLeaving(false)}>
                {t('ask.back', 'Go back')}
              </Button>
              <Button
                kind="bad"
                busy={action.busy}
                onClick={() => {
                  setLeaving(false);
                  void action.run({ interview: false, recording: false, analytics: false });
                }}
              >
                {t('data.withdraw.do', 'Withdraw')}
              </Button>
            </>
          }
        >
          <p>
            {own.endedAt === null
              ? t(
                  'data.withdraw.text',
                  'It ends at once and is not judged. You can’t take this back here; {tenant} can invite you again.',
                  { tenant: own.tenant },
                )
              : t(
                  'data.withdraw.after',
                  'Your interview is over, so {tenant} already has your words. They see that you take your consent back. To have the words erased, also write under “What you can do”.',
                  { tenant: own.tenant },
                )}
          </p>
        </Dialog>
      ) : null}
    </section>
  );
}
