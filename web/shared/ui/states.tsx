/** What stands where content would: nothing yet, still coming, or failed. */
import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api.ts';
import { t } from '../i18n.ts';
import { Icon } from '../icon.tsx';
import { problemText } from '../problem-text.ts';
import type { Load } from '../use-load.ts';
import { Button } from './button.tsx';

/** Honest about why it is empty, with the way to change that in `children`. `page`: it is all that the page shows. */
export function Empty(props: { icon?: string; title: string; page?: boolean; children?: ComponentChildren }) {
  const { icon, title, page, children } = props;
  return (
    <div class="state-page">
      {icon === undefined ? null : <Icon d={icon} />}
      {page ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children}
    </div>
  );
}

/** Words, and only after a second: most answers come before that. */
export function Loading({ what }: { what?: string }) {
  return (
    <p class="loading" role="status">
      {what ?? t('state.loading', 'Loading…')}
    </p>
  );
}

export function Failed({ problem, retry, page }: { problem: ApiProblem; retry?: () => void; page?: boolean }) {
  const { happened, next } = problemText(problem);
  return (
    <div class="state-page" role="alert">
      {page ? <h1>{happened}</h1> : <h2>{happened}</h2>}
      <p class="muted">{next}</p>
      {retry === undefined ? null : (
        <div class="act">
          <Button onClick={retry}>{t('state.again', 'Try again')}</Button>
        </div>
      )}
      {problem.request === undefined ? null : (
        <p class="small">
          {t('state.request', 'If you write to us about it, name this request: {request}', {
            request: problem.request,
          })}
        </p>
      )}
    </div>
  );
}

/** `<Loaded of={load}>{(data) => …}</Loaded>`: the three states of one load. */
export function Loaded<T>(props: { of: Load<T>; what?: string; children: (data: T) => ComponentChildren }) {
  const { of: load, what, children } = props;
  switch (load.state) {
    case 'loading':
      return what === undefined ? <Loading /> : <Loading what={what} />;
    case 'failed':
      return <Failed problem={load.problem} retry={load.reload} />;
    case 'ready':
      return <>{children(load.data)}</>;
  }
}
