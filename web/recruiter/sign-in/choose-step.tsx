/** One address, several tenants of this region: which one? */
import { useEffect, useRef } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { arrowEnd } from '../../shared/icons.ts';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import type { Asked, Choice } from './sign-in-types.ts';

interface Props {
  asked: Asked;
  choice: Choice;
  onSignedIn: () => void;
  onBack: () => void;
}

export function ChooseStep({ asked, choice, onSignedIn, onBack }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const choose = useAction(async (tenant: string) => {
    await api('POST /api/visitor/sign-in/tenant', { body: { ...asked, proof: choice.proof, tenant } });
    onSignedIn();
  });
  return (
    <>
      <div class="signin-head">
        <h1 ref={heading} tabIndex={-1}>
          {t('sign-in.choose.title', 'Where to?')}
        </h1>
        <p class="muted">{t('sign-in.choose.why', 'Your address belongs to more than one company in this region.')}</p>
      </div>
      <ul class="tenants">
        {choice.tenants.map((tenant) => (
          <li key={tenant.id}>
            <button class="btn btn-line btn-wide" type="button" onClick={() => void choose.run(tenant.id)}>
              <span dir="auto">{tenant.name}</span>
              <Icon d={arrowEnd} turns />
            </button>
          </li>
        ))}
      </ul>
      <ProblemNotice problem={choose.problem} />
      <div class="form-act">
        <button class="link" type="button" onClick={onBack}>
          {t('sign-in.other-address', 'Use another address')}
        </button>
      </div>
    </>
  );
}
