/** What a new role's plan begins with: a job description, or one of the templates. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { type Template, TemplateGroups } from '../template-groups.tsx';

export type Start = Template | 'description';

export function StartChoice({ start, onStart }: { start: Start; onStart: (start: Start) => void }) {
  const [listed, list] = useState(false);
  return (
    <fieldset class="starts">
      <legend>{t('role.start', 'Begin the plan with')}</legend>
      <Choice
        title={t('role.start.description', 'A job description')}
        about={t(
          'role.start.description.about',
          'Paste it or choose a file on the next page; questions and rubric are drafted from it.',
        )}
        checked={start === 'description' && !listed}
        onCheck={() => {
          list(false);
          onStart('description');
        }}
      />
      <Choice
        title={start === 'description' ? t('role.start.template', 'A template') : start.title}
        about={
          start === 'description'
            ? t('role.start.template.about', 'Questions and a rubric written for a kind of work, to be changed.')
            : start.about
        }
        checked={start !== 'description' || listed}
        onCheck={() => list(true)}
      />
      {listed ? (
        <Templates
          start={start}
          onPick={(template) => {
            list(false);
            onStart(template);
          }}
        />
      ) : start === 'description' ? null : (
        <button class="link small starts-other" type="button" onClick={() => list(true)}>
          {t('role.start.other', 'Choose another template')}
        </button>
      )}
    </fieldset>
  );
}

function Templates({ start, onPick }: { start: Start; onPick: (template: Template) => void }) {
  const templates = useLoad((signal) => api('GET /api/recruiter/plan-templates', { signal }), []);
  return (
    <div class="starts-templates templates">
      <Loaded of={templates}>
        {({ templates: all }) => (
          <TemplateGroups templates={all}>
            {(one) => (
              <button
                type="button"
                aria-pressed={start !== 'description' && start.id === one.id}
                onClick={() => onPick(one)}
              >
                <b>{one.title}</b>
                <span>{one.about}</span>
              </button>
            )}
          </TemplateGroups>
        )}
      </Loaded>
    </div>
  );
}

interface ChoiceProps {
  title: string;
  about: string;
  checked: boolean;
  onCheck: () => void;
}

function Choice({ title, about, checked, onCheck }: ChoiceProps) {
  return (
    <label>
      <input class="radio" type="radio" name="start" checked={checked} onChange={onCheck} />
      <b>{title}</b>
      <span>{about}</span>
    </label>
  );
}
