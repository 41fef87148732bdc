/** The main path in WebKit, the engine of Safari: in by the link, heard, recorded, sealed, and read by the recruiter. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loudness } from '../support/sealed-sound.ts';
import { codeIn, mails, nextMail } from './mailbox.ts';
import { recordedLanes } from './recorded-lanes.ts';
import { reportOf } from './report-of.ts';
import { ANSWERS, anInvitation, QUESTIONS } from './short-plan.ts';
import { type SoundDevices, startSoundDevices } from './sound-devices.ts';
import { launchWebKit, type WebKit } from './webkit.ts';

const place = { url: inject('url'), operatorKey: inject('operatorKey') };
const VOICE = 0.01;
let devices: SoundDevices;
let webkit: WebKit;
beforeAll(async () => {
  devices = await startSoundDevices();
  await devices.talk(['I lead nine agents in two shifts.', 'I take the difficult calls myself.']);
  webkit = await launchWebKit(devices.environment);
});
afterAll(async () => {
  await webkit?.close();
  await devices?.close();
});

const button = (name: string) => `//button[contains(normalize-space(), "${name}") and not(@disabled)]`;
const text = (words: string) => `//*[contains(normalize-space(text()), "${words}")]`;

test('the whole way with a voice', { timeout: 240_000 }, async () => {
  const who = await anInvitation(place);
  await webkit.go(who.link);
  await webkit.see(button('Continue'));
  const before = await mails(place.url, who.region, who.email);
  await webkit.press(button('Continue'));
  const mail = await nextMail(place.url, { region: who.region, to: who.email, fits: /code/i, after: before });
  await webkit.see(text('Check your mail'));
  await webkit.type('//main//input', codeIn(mail));
  await webkit.see(text('What may we use?'));
  await webkit.ask('document.querySelector("#recording").click()');
  await webkit.press(button('Continue with these choices'));
  await webkit.press(button('Try the microphone'));
  await webkit.see(text('We hear you'));
  await webkit.press(button('Speak to think, and write'));
  await webkit.press(button('I’m ready, start the interview'));
  for (const [index, question] of QUESTIONS.entries()) {
    await webkit.see(text(question));
    await webkit.type('//*[@id="answer"]', ANSWERS[index] ?? '');
    await webkit.press(button('Send answer'));
  }
  await webkit.press(button('Send my interview'));
  await webkit.see(text('Thank you, Noor'));

  const report = await reportOf(who);
  expect(report).toMatchObject({ unsealedMs: 0, recording: { missingParts: 0 } });
  expect(report.turns.filter(({ speaker }) => speaker === 'candidate').map((turn) => turn.text)).toEqual([...ANSWERS]);
  const { left } = await recordedLanes(who);
  expect(loudness(left).filter((level) => level > VOICE).length / 100).toBeGreaterThan(3);
});
