/** Frames of the Live API as the emulator reads and writes them: JSON in binary, strict both ways. */
import { messageOf } from './descriptors.ts';
import { refuse } from './line-refused.ts';
import { faultsIn } from './strict-json.ts';
import { checked } from './words.ts';

export interface Turn {
  role?: string;
  parts?: { text?: string }[];
}

export interface Setup {
  model: string;
  generationConfig?: {
    responseModalities?: string[];
    speechConfig?: {
      languageCode?: string;
      voiceConfig?: { prebuiltVoiceConfig?: { voiceName?: string } };
    };
    thinkingConfig?: object;
    responseMimeType?: string;
  };
  systemInstruction?: Turn;
  tools?: { functionDeclarations?: { name: string; description: string; behavior?: string }[] }[];
  realtimeInputConfig?: { automaticActivityDetection?: { disabled?: boolean } };
  sessionResumption?: { handle?: string };
  inputAudioTranscription?: object;
  outputAudioTranscription?: object;
  proactivity?: { proactiveAudio?: boolean };
  historyConfig?: { initialHistoryInClientContent?: boolean };
}

export interface RealtimeInput {
  audio?: { mimeType?: string; data?: string };
  audioStreamEnd?: boolean;
  text?: string;
  activityStart?: object;
  activityEnd?: object;
  mediaChunks?: unknown[];
  video?: object;
}

/** As the descriptors have let it through: one of these. */
export interface ClientFrame {
  setup?: Setup;
  clientContent?: { turns?: Turn[]; turnComplete?: boolean };
  realtimeInput?: RealtimeInput;
  toolResponse?: { functionResponses?: { id?: string; name?: string }[] };
  contextUpdate?: object;
}

/** @throws LineRefused */
export function readClientFrame(bytes: Buffer): ClientFrame {
  const type = messageOf('v1beta', 'BidiGenerateContentClientMessage');
  if (type === null) throw new Error('The descriptors have no Live API');
  const value = parsed(bytes);
  const [fault] = faultsIn(type, value);
  if (fault !== undefined) refuse(`Invalid JSON payload received. ${fault}`);
  const frame = value as ClientFrame;
  return Object.keys(frame).length === 0 ? refuse('Request contains an invalid argument.') : frame;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    refuse('Invalid JSON payload received. Unexpected token.');
  }
}

/** For the journal: sound as its length. */
export function shortened(frame: ClientFrame): unknown {
  return JSON.parse(
    JSON.stringify(frame, (name, value) => (name === 'data' ? `${String(value).length} characters` : value)),
  );
}

export function serverFrame(frame: object): Buffer {
  return Buffer.from(JSON.stringify(checked('BidiGenerateContentServerMessage', frame)));
}

export function textOf(turn: Turn | undefined): string {
  return (turn?.parts ?? []).map((part) => part.text ?? '').join('\n');
}
