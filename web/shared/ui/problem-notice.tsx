/** A refused action, beside the button that made it. */
import type { ApiProblem } from '../api.ts';
import { problemText } from '../problem-text.ts';
import { Notice } from './notice.tsx';

export function ProblemNotice({ problem }: { problem: ApiProblem | null }) {
  if (problem === null) return null;
  const { happened, next } = problemText(problem);
  return (
    <Notice kind="bad" alert>
      <p>
        <strong>{happened}</strong>
      </p>
      <p>{next}</p>
    </Notice>
  );
}
