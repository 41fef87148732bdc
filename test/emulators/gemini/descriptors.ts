/**
 * Google's published descriptors of its API, with the few fields that are newer than they are. Each of those has the
 * shape that the official SDK (`@google/genai` 3.1.0) gives it, and is removed here when the descriptors know it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import protobuf from 'protobufjs';

export type Version = 'v1' | 'v1alpha' | 'v1beta';

const PACKAGE = 'google.ai.generativelanguage';
/** Above any number that the descriptors use; JSON does not carry numbers. */
const NEWER = 9000;

type Shape = string | { type: string; rule: 'repeated' };

const NEWER_TYPES: protobuf.INamespace = {
  nested: {
    HistoryConfig: { fields: { initialHistoryInClientContent: { type: 'bool', id: 1 } } },
    ProactivityConfig: { fields: { proactiveAudio: { type: 'bool', id: 1 }, proactiveVideo: { type: 'bool', id: 2 } } },
    BidiGenerateContentContextUpdate: {
      fields: { systemInstruction: { type: 'Content', id: 1 }, tools: { type: 'ToolsUpdate', id: 2 } },
    },
    ToolsUpdate: { fields: { tools: { rule: 'repeated', type: 'Tool', id: 1 } } },
    ThinkingLevel: { values: { THINKING_LEVEL_UNSPECIFIED: 0, MINIMAL: 1, LOW: 2, MEDIUM: 3, HIGH: 4 } },
    TranscriptionMode: { values: { MODE_UNSPECIFIED: 0, VERBATIM: 1, SMART: 2 } },
    InteractionStatus: { values: { INTERACTION_STATUS_UNSPECIFIED: 0, IN_PROGRESS: 1, REQUIRES_ACTION: 2, IDLE: 3 } },
    TurnCompleteReason: {
      values: {
        TURN_COMPLETE_REASON_UNSPECIFIED: 0,
        MALFORMED_FUNCTION_CALL: 1,
        RESPONSE_REJECTED: 2,
        NEED_MORE_INPUT: 3,
        PROHIBITED_INPUT_CONTENT: 4,
      },
    },
  },
};

const NEWER_FIELDS: Record<string, Record<string, Shape>> = {
  BidiGenerateContentSetup: {
    historyConfig: 'HistoryConfig',
    proactivity: 'ProactivityConfig',
    explicitVadSignal: 'bool',
  },
  BidiGenerateContentClientMessage: { contextUpdate: 'BidiGenerateContentContextUpdate' },
  BidiGenerateContentSetupComplete: { sessionId: 'string' },
  BidiGenerateContentServerContent: {
    interactionStatus: 'InteractionStatus',
    turnCompleteReason: 'TurnCompleteReason',
    waitingForInput: 'bool',
  },
  SessionResumptionUpdate: { lastConsumedClientMessageIndex: 'int64' },
  ThinkingConfig: { thinkingLevel: 'ThinkingLevel' },
  GenerationConfig: { audioTranscriptionConfig: 'AudioTranscriptionConfig' },
  AudioTranscriptionConfig: {
    languageCodes: { type: 'string', rule: 'repeated' },
    customVocabulary: { type: 'string', rule: 'repeated' },
    mode: 'TranscriptionMode',
  },
};

const root = withNewer(
  protobuf.Root.fromJSON(
    JSON.parse(
      readFileSync(
        createRequire(import.meta.url).resolve('@google-ai/generativelanguage/build/protos/protos.json'),
        'utf8',
      ),
    ),
  ),
);

/** The message of this name in a version of the API; null where that version has none. */
export function messageOf(version: Version, name: string): protobuf.Type | null {
  const found = root.lookup(`${PACKAGE}.${version}.${name}`);
  return found instanceof protobuf.Type ? found : null;
}

/** `v1` is left as it is published: that it lacks what we use is why we say which version we mean. */
function withNewer(published: protobuf.Root): protobuf.Root {
  for (const version of ['v1alpha', 'v1beta']) {
    const space = published.lookup(`${PACKAGE}.${version}`);
    if (!(space instanceof protobuf.Namespace)) throw new Error(`The descriptors have no ${version}`);
    for (const [name, json] of Object.entries(NEWER_TYPES.nested ?? {})) {
      if (space.get(name) === null) space.addJSON({ [name]: json });
    }
    for (const [message, fields] of Object.entries(NEWER_FIELDS)) extend(space.lookupType(message), fields);
  }
  published.resolveAll();
  return published;
}

function extend(message: protobuf.Type, fields: Record<string, Shape>): void {
  Object.entries(fields).forEach(([name, shape], index) => {
    if (message.get(name) !== null) return;
    const { type, rule } = typeof shape === 'string' ? { type: shape, rule: undefined } : shape;
    const field = new protobuf.Field(name, NEWER + index, type, rule);
    message.add(field);
    // What a client says is one thing at a time, the newest too.
    message.oneofs?.messageType?.add(field);
  });
}
