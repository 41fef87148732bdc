/** The company's own templates, above those that come with the product; one that is no longer wanted can be dropped. */
import { api } from '../../shared/api.ts';
import { list } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { bin } from '../../shared/icons.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import { useLoad } from '../../shared/use-load.ts';

export function OwnTemplates({ busy, onPick }: { busy: boolean; onPick: (id: string) => void }) {
  const templates = useLoad((signal) => api('GET /api/recruiter/own-templates', { signal }), []);
  const drop = useAction(async (id: string) => {
    await api('DELETE /api/recruiter/own-templates/:template', { params: { template: id } });
    announce(t('own-templates.dropped', 'The template is gone. Plans that began with it stay.'));
    templates.reload();
  });
  if (templates.state !== 'ready' || templates.data.templates.length === 0) return null;
  return (
    <div class="templates">
      <h3>{t('own-templates.title', 'Start from your own templates')}</h3>
      <ul class="own-templates">
        {templates.data.templates.map((one) => (
          <li key={one.id}>
            <button type="button" aria-busy={busy ? 'true' : undefined} onClick={() => busy || onPick(one.id)}>
              <b dir="auto">{one.title}</b>
              <span>
                {t('templates.holds', '{n, plural, one {# question} other {# questions}}. Judges: {criteria}', {
                  n: one.questions,
                  criteria: list(one.criteria),
                })}
              </span>
            </button>
            <Button kind="quiet" square icon={bin} busy={drop.busy} onClick={() => void drop.run(one.id)}>
              {t('own-templates.drop', 'Drop the template {title}', { title: one.title })}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNotice problem={drop.problem} />
    </div>
  );
}
