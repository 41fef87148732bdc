/** What a model of the Live API takes in its setup; each rule is one of the service's own. */
import { refuse } from './line-refused.ts';
import type { Setup } from './live-frames.ts';
import { isVoice, kindOf } from './models.ts';

/** Languages that the models can be told to speak by code. */
const LANGUAGES = /^(en-US|en-IN|hi-IN|ar-EG|ar-XA|de-DE|fr-FR|es-US)$/;

/** @throws LineRefused */
export function checkSetup(setup: Setup, version: string): void {
  const { generationConfig = {}, tools = [], proactivity } = setup;
  const model = /^models\/(.+)$/.exec(setup.model ?? '')?.[1] ?? refuse('setup.model: must be models/{model}.');
  if (kindOf(model) !== 'live')
    refuse(
      `models/${model} is not found for API version ${version}, or is not supported for bidiGenerateContent.`,
      1008,
    );
  const { responseModalities = [], speechConfig, thinkingConfig, responseMimeType } = generationConfig;
  if (String(responseModalities) !== 'AUDIO') refuse('Only the response modality AUDIO is supported by this model.');
  if (thinkingConfig !== undefined) refuse('Thinking level is not supported for this model.');
  if (responseMimeType !== undefined) refuse('Structured output is not supported for this model.');
  if (proactivity?.proactiveAudio === false) refuse('proactive_audio cannot be disabled for this model.');
  const voice = speechConfig?.voiceConfig?.prebuiltVoiceConfig?.voiceName;
  if (voice !== undefined && !isVoice(voice)) refuse(`Requested voice '${voice}' is not available.`);
  if (speechConfig?.languageCode !== undefined && !LANGUAGES.test(speechConfig.languageCode))
    refuse(`Unsupported language code '${speechConfig.languageCode}' for model ${setup.model}`);
  for (const { name, description } of tools.flatMap((tool) => tool.functionDeclarations ?? [])) {
    if (!/^[a-zA-Z_][\w.-]{0,63}$/.test(name ?? '')) refuse('Invalid function name.');
    if (!description) refuse('function_declarations: description is required.');
  }
}
