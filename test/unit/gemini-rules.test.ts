/** What Gemini says, as we understand it: errors, closings, sound in pieces, bills, and the turns of a live talk. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leavingMs, readFrame, soundFrames } from '../../worker/providers/conversation/gemini-live-rules.ts';
import { liveTurns } from '../../worker/providers/conversation/gemini-live-turns.ts';
import type { LiveEvents } from '../../worker/providers/conversation/live.ts';
import { answerReader } from '../../worker/providers/gemini-answer-rules.ts';
import { durationMs, geminiCloseFault, geminiFault } from '../../worker/providers/gemini-fault-rules.ts';
import { bytesOf, fromBase64, isPcm, sampleJoiner, toBase64 } from '../../worker/providers/gemini-sound-rules.ts';
import { geminiUsage } from '../../worker/providers/gemini-usage-rules.ts';

describe('errors', () => {
  const body = (status: string, message = '', details: object[] = []) =>
    JSON.stringify({ error: { status, message, details } });
  const retry = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '31s' };
  const perDay = { violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier' }] };

  test.each([
    ['asked too fast', 429, body('RESOURCE_EXHAUSTED', '', [retry]), 'busy', 31_000],
    ['the day is used up', 429, body('RESOURCE_EXHAUSTED', '', [perDay, retry]), 'quota', null],
    ['no money', 429, body('RESOURCE_EXHAUSTED', 'Please check your plan and billing details.'), 'quota', null],
    ['no reason given', 429, '', 'busy', null],
    [
      'a country that is not served',
      400,
      body('FAILED_PRECONDITION', 'User location is not supported'),
      'refused',
      null,
    ],
    ['a key that is none', 400, body('INVALID_ARGUMENT', '', [{ reason: 'API_KEY_INVALID' }]), 'wrong-key', null],
    ['a key that may not', 403, body('PERMISSION_DENIED'), 'wrong-key', null],
    ['a field that is unknown', 400, body('INVALID_ARGUMENT', 'Unknown name "x"'), 'bad-request', null],
    ['a model that is not there', 404, body('NOT_FOUND'), 'bad-request', null],
    ['overloaded', 503, body('UNAVAILABLE'), 'unavailable', null],
    ['its own deadline', 504, body('DEADLINE_EXCEEDED'), 'timeout', null],
    ['a page of a proxy', 502, '<html>Bad gateway</html>', 'unavailable', null],
    ['a stream’s error is in a list', 400, `[${body('FAILED_PRECONDITION')}]`, 'refused', null],
    ['details of another shape', 429, body('RESOURCE_EXHAUSTED', '', [{ violations: 'many' }, retry]), 'busy', 31_000],
  ])('%s', (_, status, text, kind, retryAfterMs) => {
    expect(geminiFault(status, text)).toMatchObject({ kind, status, retryAfterMs });
  });

  test.each([
    [1007, 'Request contains an invalid argument.', 'bad-request'],
    [1007, 'API key not valid. Please pass a valid API key.', 'wrong-key'],
    [1008, 'models/x is not found for API version v1beta', 'refused'],
    [1008, 'Requests from referer are blocked by API key restrictions', 'wrong-key'],
    [1011, 'Deadline expired before operation could complete.', 'unavailable'],
    [1011, 'You exceeded your current quota, please check your plan and bill', 'quota'],
    [1011, 'Resource has been exhausted (e.g. check quota).', 'busy'],
    [1000, '', 'closed'],
    [1006, '', 'closed'],
  ])('closed with %i “%s”', (code, reason, kind) => {
    expect(geminiCloseFault(code, reason)).toMatchObject({ kind, status: code });
  });

  test.each([
    ['50s', 50_000],
    ['9.5s', 9500],
    ['0.000000001s', 0],
    ['1500ms', null],
    ['-1s', null],
    [undefined, null],
  ])('%s is %s', (text, ms) => expect(durationMs(text)).toBe(ms));
});

describe('sound', () => {
  test('whole samples come of pieces that are cut anywhere', () => {
    fc.assert(
      fc.property(fc.int16Array({ maxLength: 60 }), fc.array(fc.nat(119), { maxLength: 6 }), (pcm, cuts) => {
        const bytes = bytesOf(Int16Array.from(pcm));
        const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
        const joiner = sampleJoiner();
        const joined = at.slice(1).flatMap((end, index) => [...joiner.samples(bytes.slice(at[index], end))]);
        expect(joined).toEqual([...pcm]);
        expect(joiner.whole()).toBe(true);
      }),
    );
  });

  test('base64 is the same there and back, however long', () => {
    const bytes = Uint8Array.from({ length: 40_001 }, (_, at) => at % 251);
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  });

  test('a long stretch goes out in frames of a tenth of a second', () => {
    const frames = soundFrames(new Int16Array(4000).fill(7));
    expect(frames.map((frame) => fromBase64(frame.realtimeInput.audio.data).length)).toEqual([3200, 3200, 1600]);
  });

  test.each([
    ['audio/pcm;rate=24000', true],
    ['audio/L16;codec=pcm;rate=24000', true],
    ['audio/pcm; rate=24000', true],
    ['audio/pcm;rate=16000', false],
    ['audio/pcm', false],
    ['audio/mpeg', false],
  ])('%s: %s', (type, is) => expect(isPcm(type, 24_000)).toBe(is));
});

describe('bills', () => {
  test('as measured on the service: tokens without a modality and thoughts are not lost', () => {
    const used = {
      promptTokenCount: 522,
      responseTokenCount: 42,
      promptTokensDetails: [
        { modality: 'TEXT', tokenCount: 332 },
        { modality: 'AUDIO', tokenCount: 165 },
      ],
      responseTokensDetails: [{ modality: 'AUDIO', tokenCount: 42 }],
      thoughtsTokenCount: 136,
      candidatesTokenCount: undefined,
      candidatesTokensDetails: undefined,
      toolUsePromptTokenCount: undefined,
    };
    const bill = geminiUsage('gemini-3.8-live', used, { in: 'audio', out: 'audio' });
    expect(Object.fromEntries(bill.map(({ unit, amount }) => [unit, amount]))).toEqual({
      'text-in-tokens': 332,
      'audio-in-tokens': 165 + 25,
      'text-out-tokens': 136,
      'audio-out-tokens': 42,
    });
  });
});

describe('a streamed answer', () => {
  const piece = (text: string, finishReason?: string, tokens = text.length) => ({
    candidates: [{ content: { parts: [{ text }] }, finishReason }],
    usageMetadata: { candidatesTokenCount: tokens },
  });
  const read = (...pieces: unknown[]) => {
    const reader = answerReader();
    const text = pieces.flatMap((one) => reader.parts(one)).map((part) => part.text ?? '');
    reader.end();
    return text.join('');
  };

  test('is its pieces, without thoughts', () => {
    const thought = { candidates: [{ content: { parts: [{ text: 'Hmm.', thought: true }] } }] };
    expect(read(thought, piece('What '), piece('then?'), piece('', 'STOP', 9))).toBe('What then?');
  });

  test('says a piece once that comes twice', () => {
    expect(read(piece('What '), piece('What '), piece('then?', 'STOP', 9), piece('then?', 'STOP', 9))).toBe(
      'What then?',
    );
  });

  test.each([
    ['was cut', [piece('What ')], 'malformed'],
    ['came to its limit', [piece('What ', 'MAX_TOKENS')], 'malformed'],
    ['goes on after its end', [piece('What?', 'STOP'), piece('More', undefined, 7)], 'malformed'],
    ['is of another shape', [{ candidates: 'none' }], 'malformed'],
    ['is nothing', [], 'malformed'],
    ['is not safe', [piece('', 'SAFETY')], 'refused'],
    ['was read somewhere', [piece('To be or', 'RECITATION')], 'refused'],
    ['was never begun', [{ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } }], 'refused'],
  ])('that %s is %s', (_, pieces, kind) => {
    expect(() => read(...pieces)).toThrow(expect.objectContaining({ kind }));
  });
});

describe('the turns of a live talk', () => {
  function talk() {
    const told: string[] = [];
    const sent: object[] = [];
    const events: LiveEvents = {
      heard: (text) => void told.push(`heard ${text}`),
      spoke: (text) => void told.push(`spoke ${text}`),
      sound: (pcm) => void told.push(`sound ${pcm.length}`),
      goOn: () => void told.push('go-on'),
      turnOver: () => void told.push('over'),
      interrupted: () => void told.push('interrupted'),
      handle: (handle) => void told.push(`handle ${handle}`),
      used: ({ unit, amount }) => void told.push(`${unit} ${amount}`),
      leaving: (ms) => void told.push(`leaving ${ms}`),
      closed: () => {},
    };
    const turns = liveTurns('gemini-3.8-live', events, (frame) => void sent.push(frame));
    const comes = (frame: object) => {
      const read = readFrame(JSON.stringify(frame));
      if (read === null) throw new Error('no frame');
      turns.frame(read);
    };
    const content = (serverContent: object) => comes({ serverContent });
    const asks = () => {
      turns.begin();
      turns.end();
    };
    return { told, sent, turns, comes, content, asks };
  }
  const sound = { modelTurn: { parts: [{ inlineData: { mimeType: 'audio/pcm;rate=24000', data: 'AAAAAA==' } }] } };

  test('several things in one frame are all told, and the end of the turn once', () => {
    const { told, comes, content, asks } = talk();
    asks();
    comes({
      serverContent: {
        ...sound,
        inputTranscription: { text: 'I built it.' },
        outputTranscription: { text: 'Why?' },
        generationComplete: true,
      },
      usageMetadata: { promptTokensDetails: [{ modality: 'AUDIO', tokenCount: 5 }] },
    });
    content({ turnComplete: true });
    expect(told).toEqual(['audio-in-tokens 5', 'heard I built it.', 'spoke Why?', 'sound 2', 'over']);
  });

  test('an interrupted turn ends with its interruption, whichever way it is told', () => {
    const { told, content, asks } = talk();
    asks();
    content(sound);
    content({ interrupted: true });
    content({ turnComplete: true });
    asks();
    content(sound);
    content({ interrupted: true, turnComplete: true });
    expect(told).toEqual(['sound 2', 'interrupted', 'sound 2', 'interrupted']);
  });

  test('the late end of an interrupted turn is not the end of the next', () => {
    const { told, content, asks } = talk();
    asks();
    content(sound);
    content({ interrupted: true });
    asks();
    content({ turnComplete: true });
    content(sound);
    content({ generationComplete: true });
    content({ turnComplete: true });
    expect(told).toEqual(['sound 2', 'interrupted', 'sound 2', 'over']);
  });

  test('an interruption that is told after the candidate has ended is not that of the answer that is owed', () => {
    const { told, content, asks } = talk();
    asks();
    content(sound);
    content({ generationComplete: true });
    asks();
    content({ interrupted: true });
    content({ turnComplete: true });
    content(sound);
    content({ generationComplete: true, turnComplete: true });
    expect(told).toEqual(['sound 2', 'over', 'sound 2', 'over']);
  });

  test('an interruption of nothing does not swallow the next end', () => {
    const { told, content, asks } = talk();
    content({ interrupted: true });
    asks();
    content({ turnComplete: true });
    expect(told).toEqual(['interrupted', 'over']);
  });

  test('a call is taken, answered in silence, and is the only thing that the model can do', () => {
    const { told, sent, comes, asks } = talk();
    asks();
    comes({ toolCall: { functionCalls: [{ id: 'a', name: 'go_on', args: { all: 'of it' } }] } });
    comes({ toolCall: { functionCalls: [{ id: 'b', name: 'delete_everything', args: {} }] } });
    comes({ serverContent: { turnComplete: true } });
    expect(told).toEqual(['go-on', 'over']);
    expect(JSON.stringify(sent.slice(2))).toContain('"scheduling":"SILENT"');
  });

  test('a handle that cannot be used is none; a farewell tells its time', () => {
    const { told, comes } = talk();
    comes({ sessionResumptionUpdate: { newHandle: 'h1', resumable: true } });
    comes({ sessionResumptionUpdate: { newHandle: 'h2', resumable: false } });
    comes({ sessionResumptionUpdate: { resumable: true } });
    comes({ goAway: { timeLeft: '9.5s' } });
    expect(told).toEqual(['handle h1', 'handle null', 'handle null', 'leaving 9500']);
    expect(leavingMs({ timeLeft: undefined })).toBeGreaterThan(0);
  });

  test('sound of another kind is malformed', () => {
    const { content } = talk();
    const other = (mimeType: string, data: string) =>
      content({ modelTurn: { parts: [{ inlineData: { mimeType, data } }] } });
    expect(() => other('audio/mpeg', 'AAAA')).toThrow(expect.objectContaining({ kind: 'malformed' }));
    expect(() => other('audio/pcm;rate=24000', '%%%')).toThrow(expect.objectContaining({ kind: 'malformed' }));
  });

  test('however the ends of turns are told, none is told that is not owed', () => {
    const frame = fc.constantFrom(
      sound,
      { outputTranscription: { text: 'x' } },
      { generationComplete: true },
      { turnComplete: true },
      { interrupted: true },
      { interrupted: true, turnComplete: true },
      { generationComplete: true, turnComplete: true },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(frame, fc.constant(null)), { maxLength: 40 }), (steps) => {
        const { told, content, asks } = talk();
        let owed = 0;
        for (const step of steps) {
          if (step === null) asks();
          else content(step);
          if (step === null || 'modelTurn' in step || 'outputTranscription' in step) owed += 1;
        }
        expect(told.filter((one) => one === 'over').length).toBeLessThanOrEqual(owed);
      }),
    );
  });
});
