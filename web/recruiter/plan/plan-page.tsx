/** The plan of a role: the job description it comes from, its questions, and its rubric, side by side. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { eye } from '../../shared/icons.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { mayEdit, useMe } from '../me.ts';
import { PageTop } from '../page-top.tsx';
import { planPath, rolePath } from '../paths.ts';
import { RoleTabs } from '../role-tabs.tsx';
import { DescriptionPane } from './description-pane.tsx';
import { takeOver } from './handed-over.ts';
import { PlanNotices } from './plan-notices.tsx';
import type { PlanAnswer } from './plan-types.ts';
import { PublishButton } from './publish-button.tsx';
import { RubricPane } from './rubric-pane.tsx';
import { SavedText } from './saved-text.tsx';
import { SectionsPane } from './sections-pane.tsx';
import { useDrafting } from './use-drafting.ts';
import { usePlan } from './use-plan.ts';
import './plan.css';
import './plan-narrow.css';

export function PlanPage({ roleId }: { roleId: string }) {
  const plan = useLoad(
    (signal) => api('GET /api/recruiter/roles/:role/plan', { params: { role: roleId }, signal }),
    [roleId],
  );
  const title = plan.state === 'ready' ? plan.data.role.title : t('plan.title', 'Plan and rubric');
  useTitle(t('plan.title.of', '{role}: plan and rubric', { role: title }));
  if (plan.state === 'ready') {
    const { draft, published } = plan.data;
    // A new version begins a new editor; what was undone before belongs to the old one.
    return <Editor key={`${published?.version ?? 0}-${draft?.id ?? ''}`} plan={plan.data} reload={plan.reload} />;
  }
  return (
    <>
      <PageTop path={[{ href: '/app/roles', label: t('roles.title', 'Roles') }]} title={title} />
      <main id="main" class="page" tabIndex={-1}>
        <Loaded of={plan} what={t('plan.loading', 'Loading the plan…')}>
          {() => null}
        </Loaded>
      </main>
    </>
  );
}

function Editor({ plan, reload }: { plan: PlanAnswer; reload: () => void }) {
  const { role, published } = plan;
  const { route } = useLocation();
  const editing = usePlan(plan);
  const drafting = useDrafting(role.id, editing);
  const [handed] = useState(() => takeOver(role.id));
  const [description, setDescription] = useState(plan.description);
  const [criterion, look] = useState<string | null>(null);
  const readOnly = !mayEdit(useMe()) || role.archivedAt !== null;
  const hasPlan = published !== null || editing.content.sections.length > 0;
  // One step until there is something to show beside it.
  const starting = !hasPlan && !readOnly && drafting.state === 'idle';
  const preview = async () => {
    if (await editing.flush()) route(`${planPath(role.id)}/preview`);
  };
  return (
    <div class="plan-page">
      <PageTop
        path={[
          { href: '/app/roles', label: t('roles.title', 'Roles') },
          { href: rolePath(role.id), label: role.title },
        ]}
        title={t('plan.title', 'Plan and rubric')}
      >
        <SavedText saving={editing.saving} />
        <Button
          icon={eye}
          class="plan-preview"
          onClick={() => void preview()}
          why={
            editing.content.sections.length === 0
              ? t('plan.preview.none', 'There is nothing to preview yet.')
              : undefined
          }
        >
          {t('plan.preview', 'Preview as candidate')}
        </Button>
        {readOnly ? null : (
          <PublishButton
            roleId={role.id}
            editing={editing}
            onPublished={(version) => {
              announce(t('plan.published', 'Version {n} is published.', { n: version }));
              reload();
            }}
          />
        )}
      </PageTop>
      <div class="role-bar">
        <RoleTabs roleId={role.id} at="plan" />
      </div>
      <PlanNotices plan={plan} editing={editing} readOnly={readOnly} reload={reload} />
      <main id="main" class={starting ? 'plan-grid plan-start' : 'plan-grid'} tabIndex={-1}>
        <DescriptionPane
          description={description}
          handed={handed}
          editing={editing}
          drafting={drafting}
          readOnly={readOnly}
          hasPlan={hasPlan}
          onDescription={setDescription}
        />
        <fieldset class="plan-fields" disabled={readOnly}>
          <legend class="vh">{t('plan.questions', 'Questions')}</legend>
          <SectionsPane editing={editing} drafting={drafting} onCriterion={look} />
        </fieldset>
        <fieldset
          class="plan-fields plan-rubric"
          disabled={readOnly || drafting.state === 'reading' || drafting.state === 'writing'}
        >
          <legend class="vh">{t('plan.rubric', 'Rubric')}</legend>
          <RubricPane editing={editing} shown={criterion} onShow={look} />
        </fieldset>
      </main>
    </div>
  );
}
