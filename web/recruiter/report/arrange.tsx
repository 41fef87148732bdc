/** Something can be arranged for the candidate as long as the talk is not over, also where nobody asked for it. */
import { useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ArrangeForm } from '../adjustments/arrange-form.tsx';
import { firstName } from './names.ts';
import type { Report } from './report-types.ts';

export function Arrange({ report, onDone }: { report: Report; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  /** The pressed button goes away with what it opened or closed: the reader stays at the heading. */
  const show = (next: boolean) => {
    setOpen(next);
    heading.current?.focus();
  };
  const { interview, you } = report;
  const talkToCome = ['invited', 'opened', 'in-interview'].includes(interview.state);
  if (!talkToCome || !you.mayDecide) return null;
  const name = firstName(report.candidate.name);
  return (
    <section aria-labelledby="arrange">
      <h2 id="arrange" tabIndex={-1} ref={heading}>
        {t('arrange.title', 'Adjustments')}
      </h2>
      {open ? (
        <ArrangeForm
          interviewId={interview.id}
          request={report.requests.find(({ kind, answer }) => kind === 'adjustment' && answer === null) ?? null}
          name={name}
          onDone={() => {
            show(false);
            onDone();
          }}
        />
      ) : (
        <>
          <p class="muted">
            {t('arrange.text', 'More time, writing, breaks, another language, a later date, or a person instead.')}
          </p>
          <Button onClick={() => show(true)}>{t('arrange.open', 'Arrange something for {name}', { name })}</Button>
        </>
      )}
    </section>
  );
}
