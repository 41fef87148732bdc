/** The parts of an installation in words: what they are, who makes them, what they hold, where that rests. */
import type { Answer } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';

type Privacy = Answer<'GET /api/recruiter/privacy'>;
type Part = Privacy['parts'][number];
type Port = Part['port'];

export function partWord(port: Port): string {
  switch (port) {
    case 'database':
      return t('part.database', 'Database');
    case 'files':
      return t('part.files', 'Recordings');
    case 'session':
      return t('part.session', 'Live sessions');
    case 'mail':
      return t('part.mail', 'Mail');
    case 'conversation':
      return t('part.conversation', 'Interviewer');
    case 'limits':
      return t('part.limits', 'Rate limits');
  }
}

export function makerWord(maker: string, real: boolean): string {
  if (!real) return t('maker.own', 'This installation itself');
  return MAKERS[maker] ?? maker;
}

const MAKERS: Readonly<Record<string, string>> = {
  neon: 'Neon',
  r2: 'Cloudflare R2',
  cloudflare: 'Cloudflare Durable Objects',
  resend: 'Resend',
  gemini: 'Google Gemini',
  openai: 'OpenAI',
  livekit: 'LiveKit',
};

export function taskWord(task: Privacy['makers'][number]['task']): string {
  switch (task) {
    case 'live':
      return t('task.live', 'Listens, thinks and speaks');
    case 'ears':
      return t('task.ears', 'Writes down what was said');
    case 'models':
      return t('task.models', 'Thinks about what was said');
    case 'voices':
      return t('task.voices', 'Speaks the interviewer’s words');
    case 'calls':
      return t('task.calls', 'Carries the sound of the call');
  }
}

export function placeWord(place: Privacy['makers'][number]['place']): string {
  return place === 'here'
    ? t('place.here', 'In this region, says whoever runs this installation')
    : t('place.anywhere', 'Nobody said that it stays in the region');
}

export function holdsWord(port: Port): string {
  switch (port) {
    case 'database':
      return t('holds.database', 'Names and addresses, transcripts, levels, decisions');
    case 'files':
      return t('holds.files', 'Sound of interviews whose candidate agreed to it');
    case 'session':
      return t('holds.session', 'Position, clock and what is not delivered yet, sealed');
    case 'mail':
      return t('holds.mail', 'Names, addresses, invitations and codes');
    case 'conversation':
      return t('holds.conversation', 'Questions and answers of the interview');
    case 'limits':
      return t('holds.limits', 'Counters, no names');
  }
}

export function restsWord({ port, maker, real }: Part, kept: 'guarantee' | 'hint'): string {
  switch (port) {
    case 'database':
    case 'files':
      return t('rests.region', 'In the region’s own place, and nowhere else');
    case 'session':
    case 'limits':
      if (!real) return t('rests.machine', 'On this machine, under the region’s own name');
      return kept === 'guarantee'
        ? t('rests.guarantee', 'In the region, guaranteed by the platform')
        : t('rests.hint', 'Near the region, as a hint; nothing personal rests there');
    case 'mail':
      if (maker === 'none') return t('rests.no-mail', 'Nowhere: this installation sends no mail');
      return real
        ? t('rests.mail', 'Leaves the region with each message, to the addressee')
        : t('rests.mailbox', 'In the region’s database; it is not sent out but can be read in the mailbox');
    case 'conversation':
      return real
        ? t('rests.passes', 'Passes through; what is kept is in the database')
        : t('rests.rehearsed', 'Follows the plan by rules, where no provider may or can do better');
  }
}
