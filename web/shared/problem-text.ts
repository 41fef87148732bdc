/** What a refused request means for the person who made it: what happened, and what to do. Never a raw code. */
import type { ApiCode, ApiProblem } from './api.ts';
import { t } from './i18n.ts';

export interface ProblemText {
  happened: string;
  next: string;
}

export function problemText(problem: ApiProblem): ProblemText {
  return text(problem.code, problem.retryAfterS);
}

function text(code: ApiCode, retryAfterS: number | undefined): ProblemText {
  switch (code) {
    case 'offline':
      return {
        happened: t('problem.offline', 'We can’t reach Interloop just now.'),
        next: t('problem.offline.next', 'Check your connection. What was saved before is safe; try again in a moment.'),
      };
    case 'not_signed_in':
      return {
        happened: t('problem.signed-out', 'You are not signed in any more.'),
        next: t('problem.signed-out.next', 'Sign in again; you come back to where you were.'),
      };
    case 'not_allowed':
      return {
        happened: t('problem.not-allowed', 'Your role does not allow this.'),
        next: t(
          'problem.not-allowed.next',
          'Nothing was changed. An administrator of your team can do it or change your role.',
        ),
      };
    case 'not_independent':
      return {
        happened: t('problem.not-independent', 'You had a part in what was decided here before.'),
        next: t('problem.not-independent.next', 'Nothing was changed. Somebody else of your team has to do this.'),
      };
    case 'card_missing':
      return {
        happened: t('problem.card-missing', 'Your own levels are not there yet.'),
        next: t('problem.card-missing.next', 'Give your levels on the report first, then answer.'),
      };
    case 'not_found':
      return {
        happened: t('problem.not-found', 'There is nothing here.'),
        next: t('problem.not-found.next', 'It may have been removed, or the address is not complete.'),
      };
    case 'conflict':
      return {
        happened: t('problem.conflict', 'Somebody else changed this while you had it open.'),
        next: t('problem.conflict.next', 'Your change was not saved. Load it again to see theirs, then make yours.'),
      };
    case 'invalid_input':
    case 'bad_request':
      return {
        happened: t('problem.invalid', 'Something in what you entered is not right.'),
        next: t('problem.invalid.next', 'Nothing was saved. Look at the marked fields.'),
      };
    case 'too_slow':
      return {
        happened: t('problem.too-slow', 'What you sent took too long to arrive.'),
        next: t('problem.too-slow.next', 'Nothing was changed. Check your connection, then try again.'),
      };
    case 'too_large':
      return {
        happened: t('problem.too-large', 'That is too large to send.'),
        next: t('problem.too-large.next', 'Nothing was saved. Shorten it or send a smaller file.'),
      };
    case 'wrong_type':
    case 'hash_mismatch':
    case 'part_differs':
      return {
        happened: t('problem.file', 'That file could not be read as it arrived.'),
        next: t('problem.file.next', 'Nothing was stored over what was there. Send it again.'),
      };
    case 'recording_closed':
      return {
        happened: t('problem.recording-closed', 'The recording is already closed.'),
        next: t('problem.recording-closed.next', 'What was stored before that is kept.'),
      };
    case 'recording_damaged':
      return {
        happened: t('problem.recording-damaged', 'The file of this recording is damaged and can’t be downloaded.'),
        next: t(
          'problem.recording-damaged.next',
          'The transcript and the report stand. Tell whoever runs this installation.',
        ),
      };
    case 'plan_in_use':
      return {
        happened: t('problem.plan-in-use', 'This version of the plan is in use and can’t change.'),
        next: t('problem.plan-in-use.next', 'Start a new version; interviews that run keep the old one.'),
      };
    case 'plan_not_ready':
      return {
        happened: t('problem.plan-not-ready', 'The plan is not complete enough to publish.'),
        next: t('problem.plan-not-ready.next', 'Your draft is saved. Finish what is marked, then publish.'),
      };
    case 'wrong_phase':
      return {
        happened: t('problem.wrong-phase', 'The interview is not at a point where this is possible.'),
        next: t('problem.wrong-phase.next', 'Nothing was lost. Load the page again to see where it is.'),
      };
    case 'already_invited':
      return {
        happened: t('problem.already-invited', 'This person already has an open invitation.'),
        next: t('problem.already-invited.next', 'No second mail was sent. You can send the first one again.'),
      };
    case 'link_used':
    case 'link_expired':
    case 'link_revoked':
      return {
        happened: t('problem.link', 'This link does not work any more.'),
        next: t('problem.link.next', 'Ask the person who sent it for a new one.'),
      };
    case 'code_wrong':
      return {
        happened: t('problem.code-wrong', 'That is not the code we sent.'),
        next: t('problem.code-wrong.next', 'Compare it with the newest mail and try again.'),
      };
    case 'code_spent':
      return {
        happened: t('problem.code-spent', 'This code can no longer be used.'),
        next: t('problem.code-spent.next', 'Ask for a new one; it comes by mail.'),
      };
    case 'code_elsewhere':
      return {
        happened: t('problem.code-elsewhere', 'A code works only in the browser that asked for it.'),
        next: t(
          'problem.code-elsewhere.next',
          'Ask for a new one here. If this comes again, let this browser keep cookies of this site.',
        ),
      };
    case 'consent_missing':
      return {
        happened: t('problem.consent', 'This needs a consent that was not given.'),
        next: t('problem.consent.next', 'Nothing was kept. You can give or refuse it under your data.'),
      };
    case 'too_many_requests':
      return {
        happened: t('problem.too-many', 'That was too often in a short time.'),
        next: t(
          'problem.too-many.next',
          'Nothing was lost. Try again in {n, plural, one {# second} other {# seconds}}.',
          {
            n: retryAfterS ?? 60,
          },
        ),
      };
    case 'region_unavailable':
      return {
        happened: t('problem.region', 'This region is not set up on this installation.'),
        next: t('problem.region.next', 'Nothing was sent anywhere else. Choose another region, or ask who runs it.'),
      };
    case 'storage_unavailable':
      return {
        happened: t('problem.storage', 'Our storage can’t be reached just now.'),
        next: t('problem.storage.next', 'What was saved before is safe. Try again in a minute.'),
      };
    case 'voice_unavailable':
      return {
        happened: t('problem.voice', 'The interviewer’s voice can’t be made just now.'),
        next: t('problem.voice.next', 'Its words stand on the screen, and the interview goes on.'),
      };
    case 'provider_unavailable':
      return {
        happened: t('problem.provider', 'A service that we need for this can’t be reached just now.'),
        next: t('problem.provider.next', 'Nothing was lost. Try again in a minute.'),
      };
    case 'mail_unavailable':
      return {
        happened: t('problem.mail', 'No mail can be sent from this installation.'),
        next: t('problem.mail.next', 'Tell whoever runs it: a mail provider has to be set up first.'),
      };
    case 'foreign_host':
    case 'foreign_origin':
    case 'method_not_allowed':
    case 'internal':
      return {
        happened: t('problem.internal', 'Something failed on our side.'),
        next: t('problem.internal.next', 'What was saved before is safe. Try again; if it stays, tell us.'),
      };
  }
}
