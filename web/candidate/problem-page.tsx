/** A link that does not open: what happened, what is safe, what to do; one calm page each. */
import type { ApiCode, ApiProblem } from '../shared/api.ts';
import { t } from '../shared/i18n.ts';
import { problemText } from '../shared/problem-text.ts';
import { Button } from '../shared/ui/button.tsx';
import { useTitle } from '../shared/use-title.ts';
import { Frame } from './frame.tsx';
import { ReturnForm } from './return-form.tsx';
import { Ring } from './ring/ring.tsx';

export function ProblemPage({ problem, link, retry }: { problem: ApiProblem; link: string; retry: () => void }) {
  const { title, lead, next } = words(problem);
  useTitle(title);
  const again = problem.code === 'offline' || problem.code === 'internal' || problem.code === 'too_many_requests';
  return (
    <Frame calm>
      <div class="head">
        <Ring state="closed" />
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </div>
      <div class="stack">
        {again ? (
          <div class="act">
            <Button kind="main" onClick={retry}>
              {t('state.again', 'Try again')}
            </Button>
          </div>
        ) : null}
        {problem.code === 'link_used' ? <ReturnForm link={link} onOpen={retry} /> : null}
        <p class="data muted">{next}</p>
      </div>
    </Frame>
  );
}

/** No link is here: somebody signed out on this device, or opened the page without one. */
export function NoLinkPage() {
  const title = t('link.away', 'No interview is open here');
  useTitle(title);
  return (
    <Frame calm>
      <div class="head">
        <Ring state="closed" />
        <h1>{title}</h1>
        <p class="lead">
          {t('link.away.lead', 'Your place is kept. The link in your mail and a new code bring you back to it.')}
        </p>
      </div>
    </Frame>
  );
}

interface Words {
  title: string;
  lead: string;
  next: string;
}

function words(problem: ApiProblem): Words {
  const code: ApiCode = problem.code;
  const write = t(
    'link.write',
    'Reply to the mail that brought the link; the people who invited you can send a new one. Asking doesn’t count against you.',
  );
  switch (code) {
    case 'link_expired':
      return {
        title: t('link.expired', 'This link has ended'),
        lead: t('link.expired.lead', 'It was open until the date in your invitation. Nothing you said is lost.'),
        next: write,
      };
    case 'link_revoked':
      return {
        title: t('link.revoked', 'This link was withdrawn'),
        lead: t('link.revoked.lead', 'A newer mail from the same people may hold a newer link.'),
        next: write,
      };
    case 'link_used':
      return {
        title: t('link.used', 'This interview is over'),
        lead: t(
          'link.used.lead',
          'What was sent is safe. You can still see where it stands, and what is kept about you.',
        ),
        next: t('link.used.next', 'If you want to know how it goes on, reply to your invitation.'),
      };
    case 'not_found':
    case 'invalid_input':
    case 'region_unavailable':
      return {
        title: t('link.none', 'There is no interview here'),
        lead: t(
          'link.none.lead',
          'The address may be cut short. Open the link again from your mail, or copy it whole.',
        ),
        next: write,
      };
    default: {
      const { happened, next } = problemText(problem);
      return { title: happened, lead: next, next: t('link.safe', 'Your interview is where you left it.') };
    }
  }
}
