/** Plans to begin with where there is no job description. */
import { api } from '../../shared/api.ts';
import { list } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { TemplateGroups } from '../template-groups.tsx';
import type { TemplateId } from './plan-types.ts';

export function TemplatePicker({ busy, onPick }: { busy: boolean; onPick: (id: TemplateId) => void }) {
  const templates = useLoad((signal) => api('GET /api/recruiter/plan-templates', { signal }), []);
  return (
    <div class="templates">
      <h3>{t('templates.title', 'Or start from a template')}</h3>
      <Loaded of={templates}>
        {({ templates: all }) => (
          <TemplateGroups templates={all}>
            {(one) => (
              <button type="button" aria-busy={busy ? 'true' : undefined} onClick={() => busy || onPick(one.id)}>
                <b>{one.title}</b>
                <span>
                  {t('templates.holds', '{n, plural, one {# question} other {# questions}}. Judges: {criteria}', {
                    n: one.questions,
                    criteria: list(one.criteria),
                  })}
                </span>
              </button>
            )}
          </TemplateGroups>
        )}
      </Loaded>
    </div>
  );
}
