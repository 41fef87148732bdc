/** The day in one sentence, and the week in one. */
import { t } from '../../shared/i18n.ts';
import { urgency } from '../due-dates.ts';
import type { Home } from './home-types.ts';

export function headline(home: Home, now: Date, zone: string): string {
  const dated = [...home.decisions.rows, ...home.requests.rows].flatMap(({ dueAt }) =>
    dueAt === null ? [] : [urgency(dueAt, now, zone)],
  );
  const late = dated.filter((one) => one === 'late').length;
  const soon = dated.filter((one) => one === 'soon').length;
  const waiting = home.decisions.total + home.requests.total;
  if (late > 0) {
    return t(
      'home.say.late',
      '{late, plural, one {One promise is late} other {# promises are late}}. {waiting, plural, one {One thing waits} other {# things wait}} for you in all.',
      { late, waiting },
    );
  }
  if (soon > 0) {
    return t(
      'home.say.soon',
      '{soon, plural, one {One promise falls} other {# promises fall}} due today. {waiting, plural, one {One thing waits} other {# things wait}} for you in all.',
      { soon, waiting },
    );
  }
  if (waiting > 0) {
    return t(
      'home.say.waiting',
      '{waiting, plural, one {One thing waits} other {# things wait}} for you; nothing is pressing today.',
      { waiting },
    );
  }
  return t('home.say.nothing', 'Nothing waits for you. What comes in appears here.');
}

export function weekInWords({ invited, started, finished, decided }: Home['week']): string {
  if (invited === 0) return t('home.week.none', 'Nobody was invited in the last seven days.');
  return t(
    'home.week.say',
    'Of {invited, plural, one {# person} other {# people}} invited, {started} started, {finished} finished and {decided} have your decision.',
    { invited, started, finished, decided },
  );
}
