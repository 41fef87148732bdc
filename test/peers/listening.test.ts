/** The whole product on a real livekit-server: a candidate speaks, a member listens in, and the candidate sees it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings } from '../journeys/axe.ts';
import { browserFor, openPage } from '../journeys/browser.ts';
import { enter, goSpeaking, SPOKEN_MS } from '../journeys/candidate-steps.ts';
import { ANSWERS, anInvitation, QUESTIONS } from '../journeys/short-plan.ts';
import { type Product, startProduct } from '../support/product.ts';
import { LIVEKIT_KEY, LIVEKIT_SECRET, type RealLiveKit, startLiveKit } from '../support/real-livekit.ts';
import { spokenFile } from '../support/spoken-file.ts';
import { openRelay, type Relay } from '../support/webhook-relay.ts';

let relay: Relay;
let livekit: RealLiveKit;
let product: Product;
const speech = await spokenFile([ANSWERS[1]]);
const browser = browserFor(speech.path);

beforeAll(async () => {
  relay = await openRelay();
  livekit = await startLiveKit(process.env.INTERLOOP_TEST_LIVEKIT ?? '', relay.url);
  product = await startProduct({
    seeded: false,
    environment: {
      LIVEKIT_URL_EU: livekit.url,
      LIVEKIT_API_KEY_EU: LIVEKIT_KEY,
      LIVEKIT_API_SECRET_EU: LIVEKIT_SECRET,
    },
  });
  relay.forward(`${product.url}/api/hooks/livekit/eu`);
}, 240_000);
afterAll(async () => {
  await product.close();
  await livekit.close();
  await relay.close();
  await speech.remove();
});

test('a member hears a candidate who agreed to it; the candidate’s screen says so as long as it is so', {
  timeout: 240_000,
}, async () => {
  const who = await anInvitation(product);
  const candidate = await openPage(await browser());
  await enter(candidate, product.url, who, { recording: true });
  await goSpeaking(candidate);
  await candidate.getByRole('heading', { name: QUESTIONS[0] }).waitFor({ timeout: SPOKEN_MS });

  const member = await openPage(await browser());
  // Signed in as the owner already is; a second code by mail would have to be waited for.
  const cookies = who.owner
    .cookies()
    .map(([name, value]) => ({ name, value, url: product.url.replace('http:', 'https:') }));
  await member.context().addCookies(cookies);
  await member.goto(`${product.url}/app/live`);
  await member.getByRole('button', { name: 'Listen in' }).click({ timeout: SPOKEN_MS });
  await candidate.getByText('Somebody of Northwind Logistics is listening now.').first().waitFor();
  await member.getByText('screen says that somebody listens').waitFor();
  await expect.poll(async () => await member.evaluate(heard), { timeout: 30_000 }).toBeGreaterThan(0.01);
  expect(await findings(candidate)).toEqual([]);
  expect(await findings(member)).toEqual([]);

  await member.getByRole('button', { name: 'Stop listening' }).click();
  await candidate.locator('.listened').waitFor({ state: 'detached' });
  const report = await who.owner.call('GET /api/recruiter/interviews/:id/report', { params: { id: who.interview } });
  expect(report.history.find(({ kind }) => kind === 'listened-in')).toMatchObject({ by: 'Ines Carvalho', you: true });

  /** Runs in the page: the loudest of a moment of what it plays. */
  async function heard(): Promise<number> {
    const element = document.querySelector('audio');
    if (!(element?.srcObject instanceof MediaStream)) return 0;
    const context = new AudioContext();
    const analyser = new AnalyserNode(context);
    new MediaStreamAudioSourceNode(context, { mediaStream: element.srcObject }).connect(analyser);
    await new Promise((done) => setTimeout(done, 500));
    const wave = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(wave);
    await context.close();
    return Math.max(...wave.map(Math.abs));
  }
});
