/** One step of an interview's history in words. Faults of ours are named as ours. */
import { list, number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { arrangedWord } from '../adjustments/arranged-words.ts';
import { decisionWord } from '../state-words.ts';
import { engineText } from './engine-text.ts';
import { firstName } from './names.ts';
import type { HistoryLine, Report } from './report-types.ts';

export function historyText(line: HistoryLine, report: Report): string {
  const name = firstName(report.candidate.name);
  const you = line.you;
  const who = line.by ?? '';
  switch (line.kind) {
    case 'invited':
      return line.by === null
        ? t('history.invited', '{name} was invited', { name })
        : t('history.invited.by', '{who} invited {name}', { who, name });
    case 'link-opened':
      return t('history.link-opened', '{name} opened the link', { name });
    case 'consent-given':
      return t('history.consent-given', '{name} agreed: {purpose}', { name, purpose: purposeWord(line) });
    case 'consent-withdrawn':
      return t('history.consent-withdrawn', '{name} withdrew consent: {purpose}', { name, purpose: purposeWord(line) });
    case 'started':
      return t('history.started', 'Interview began');
    case 'line-lost':
      return t('history.line-lost', '{name}’s line was lost', { name });
    case 'line-back':
      return t('history.line-back', '{name} came back at the same point', { name });
    case 'time-given-back':
      if (line.detail.why === 'told-twice')
        return t(
          'history.told-twice',
          '{n, plural, one {# second} other {# seconds}} not charged: what was said aloud was written down',
          { n: Math.round(numberOf(line, 'ms') / 1000) },
        );
      return t(
        'history.time-given-back',
        '{n, plural, one {# second} other {# seconds}} given back after a fault of ours',
        {
          n: Math.round(numberOf(line, 'ms') / 1000),
        },
      );
    case 'ended':
      return endText(report, name);
    case 'sealed':
      if (line.detail.sound === false && numberOf(line, 'unsealedParts') > 0)
        return t(
          'history.unsealed-all',
          'Nothing was sealed: {n, plural, one {the part that came is} other {the # parts that came are}} in a form that cannot be joined',
          { n: numberOf(line, 'unsealedParts') },
        );
      if (line.detail.sound === false) return t('history.no-sound', 'Nothing was recorded: there was no sound to seal');
      if (numberOf(line, 'unsealedParts') > 0)
        return t(
          'history.sealed-unsealed',
          'Recording sealed; {n, plural, one {# part is} other {# parts are}} in a form that cannot be joined to it',
          { n: numberOf(line, 'unsealedParts') },
        );
      return numberOf(line, 'missingParts') > 0
        ? t('history.sealed-missing', 'Recording sealed; {n, plural, one {# part} other {# parts}} never arrived', {
            n: numberOf(line, 'missingParts'),
          })
        : t('history.sealed', 'Recording sealed');
    case 'seal-failed':
      return t('history.seal-failed', 'Sealing the recording failed');
    case 'task-parked':
      return t('history.task-parked', 'Something failed on our side again and again, and was set aside');
    case 'task-retried':
      return you
        ? t('history.task-retried.you', 'You had it tried again')
        : t('history.task-retried', '{who} had it tried again', { who: who === '' ? 'Interloop' : who });
    case 'scored':
      if (line.by !== null) {
        return you
          ? t('history.scored-again.you', 'You had it judged again')
          : t('history.scored-again', '{who} had it judged again', { who });
      }
      if (numberOf(line, 'unread') > 0)
        return t(
          'history.scored-part',
          'Judged with rubric version {version}; {n} characters of very long answers were left to you',
          { version: number(report.plan.version), n: number(numberOf(line, 'unread')) },
        );
      return t('history.scored', 'Judged with rubric version {version}', { version: number(report.plan.version) });
    case 'scored-by-person':
      return you
        ? t('history.own-levels.you', 'You gave your own levels')
        : t('history.own-levels', '{who} gave their own levels', { who });
    case 'recruiter-told':
      return t('history.told', 'Your team was told that the report is ready');
    case 'transcript-corrected':
      return t('history.corrected', '{name} corrected words before scoring', { name });
    case 'level-overridden':
      return overrideText(line, report, you, who);
    case 'decided':
      return you
        ? t('history.decided.you', 'You decided: {what}', { what: decided(line) })
        : t('history.decided', '{who} decided: {what}', { who, what: decided(line) });
    case 'decision-undone':
      return you
        ? t('history.undone.you', 'You took the decision back before {name} was told', { name })
        : t('history.undone', '{who} took the decision back before {name} was told', { who, name });
    case 'deadline-missed':
      return t('history.missed', 'The promised date passed without a decision; {name} sees that', { name });
    case 'adjusted':
      return you
        ? t('history.adjusted.you', 'You arranged for {name}: {what}', { name, what: arrangedWords(line) })
        : t('history.adjusted', '{who} arranged for {name}: {what}', { who, name, what: arrangedWords(line) });
    case 'request-made':
      return t('history.request', '{name} asked for something', { name });
    case 'request-answered':
      return you
        ? t('history.answered.you', 'You answered {name}', { name })
        : t('history.answered', '{who} answered {name}', { who, name });
    case 'report-read':
      return you
        ? t('history.read.you', 'You opened this report')
        : t('history.read', '{who} opened this report', { who });
    case 'compared':
      return you
        ? t('history.compared.you', 'You compared {name} with others', { name })
        : t('history.compared', '{who} compared {name} with others', { who, name });
    case 'recording-opened':
      return you
        ? t('history.recording.you', 'You opened the recording')
        : t('history.recording', '{who} opened the recording', { who });
    case 'recording-exported':
      return you
        ? t('history.exported.you', 'You downloaded the recording')
        : t('history.exported', '{who} downloaded the recording', { who });
    case 'resume-read':
      return you ? t('history.resume.you', 'You read the CV') : t('history.resume', '{who} read the CV', { who });
    case 'adjustments-read':
      return you
        ? t('history.arranged-read.you', 'You looked up what is arranged')
        : t('history.arranged-read', '{who} looked up what is arranged', { who });
    case 'listened-in':
      return you
        ? t('history.listened.you', 'You listened in while {name} spoke', { name })
        : t('history.listened', '{who} listened in while {name} spoke', { who, name });
    case 'call-recorded':
      return line.detail.ok === true
        ? t('history.call-recorded', 'A second recording, made on the call’s server, was kept')
        : t(
            'history.call-not-recorded',
            'The second recording, on the call’s server, failed; the first is not touched by it',
          );
    case 'engine-chosen':
    case 'engine-changed':
    case 'provider-fault':
    case 'spend-cap':
      return engineText(line.kind, line.detail);
    default:
      return t('history.other', 'Something else was recorded');
  }
}

function arrangedWords(line: HistoryLine): string {
  const kinds = String(line.detail.kinds ?? '')
    .split(',')
    .filter((kind) => kind !== '');
  return kinds.length === 0 ? t('arranged.nothing', 'as planned again') : list(kinds.map(arrangedWord));
}

function numberOf(line: HistoryLine, key: string): number {
  const value = line.detail[key];
  return typeof value === 'number' ? value : 0;
}

function purposeWord(line: HistoryLine): string {
  switch (line.detail.purpose) {
    case 'interview':
      return t('history.purpose.interview', 'the interview');
    case 'recording':
      return t('history.purpose.recording', 'recording');
    case 'analytics':
      return t('history.purpose.analytics', 'analytics');
    default:
      return t('history.purpose.all', 'as shown before the interview');
  }
}

function endText(report: Report, name: string): string {
  switch (report.interview.endReason) {
    case 'time-up':
      return t('history.ended.time', 'Interview ended: the time was over');
    case 'withdrew':
      return t('history.ended.withdrew', '{name} withdrew', { name });
    case 'human-requested':
      return t('history.ended.human', '{name} asked for a person instead', { name });
    case 'left':
      return t('history.ended.left', '{name} left and did not come back', { name });
    case 'expired':
      return t('history.ended.expired', 'The link ran out');
    case 'completed':
    case null:
      return t('history.ended', 'Interview ended');
  }
}

function overrideText(line: HistoryLine, report: Report, you: boolean, who: string): string {
  const criterion = report.card?.criteria.find(({ id }) => id === line.detail.criterion)?.short ?? '';
  const level = line.detail.level;
  const to = typeof level === 'number' ? number(level) : t('criterion.no-evidence', '“not enough evidence”');
  return you
    ? t('history.override.you', 'You changed {criterion} to {to}', { criterion, to })
    : t('history.override', '{who} changed {criterion} to {to}', { who, criterion, to });
}

function decided(line: HistoryLine): string {
  const kind = line.detail.kind;
  return kind === 'advance' || kind === 'hold' || kind === 'reject' ? decisionWord(kind) : '';
}
