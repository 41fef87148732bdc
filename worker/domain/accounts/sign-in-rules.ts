/** What a member reads when signing in. Pure. */
import { LIMITS } from '../../limits.ts';

export function codeMail(code: string): { subject: string; text: string } {
  const minutes = Math.round(LIMITS.codes.livesMs / 60_000);
  return {
    subject: 'Your code to sign in to Interloop',
    text: [
      `Your code is ${code.slice(0, code.length / 2)} ${code.slice(code.length / 2)}`,
      `It works once, for ${minutes} minutes, in the browser where you asked for it. Nobody from Interloop will ever ask you for it.`,
      'If you did not try to sign in, you can ignore this message: without the code nothing happens.',
    ].join('\n\n'),
  };
}

const SEEN_OF_DEVICE = 120;

/** What a member reads when somebody signed in as them where nobody had before. */
export function newDeviceMail(told: { device: string; at: Date; origin: string }): { subject: string; text: string } {
  const at = `${told.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  // A browser names itself as it likes: no address and no line break of it gets into a mail.
  const device = told.device
    .replaceAll(/[^\w ().;/-]/g, '')
    .replaceAll(/\w*:?\/\/\S*/g, '')
    .slice(0, SEEN_OF_DEVICE);
  return {
    subject: 'A new device signed in to Interloop as you',
    text: [
      `On ${at} somebody signed in with your address on a device that was not used before.`,
      `It calls itself: ${device.trim() || 'nothing'}`,
      `If it was you, you need do nothing. If not, sign it out under “Devices” and tell an administrator of your team:\n${told.origin}/app/settings`,
    ].join('\n\n'),
  };
}
