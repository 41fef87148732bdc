/** What the service's models take: by family, as its documentation says. */
import { refuse, unknownModel } from './words.ts';

interface Asked {
  model: string;
  temperature?: number | undefined;
  /** The name of the field, and what was asked. */
  effort?: { param: string; value: string } | undefined;
}

/** Think before they answer, with no way to stop it, and at one temperature. */
const ALWAYS_THINKS = /^(o\d|gpt-5(-mini|-nano)?$)/;
const NEVER_THINKS = /^gpt-(3|4)/;

export function checkModel({ model, temperature, effort }: Asked): void {
  if (!/^(gpt-|o\d|chatgpt-)/.test(model)) unknownModel(model);
  const unsupported = (param: string) =>
    refuse(400, { message: `Unsupported parameter: '${param}' is not supported with this model.`, param, code: null });
  if (effort !== undefined && NEVER_THINKS.test(model)) unsupported(effort.param);
  if (!ALWAYS_THINKS.test(model)) return;
  if (effort?.value === 'none')
    refuse(400, {
      message: `Unsupported value: 'none' is not supported with the '${model}' model.`,
      param: effort.param,
      code: 'unsupported_value',
    });
  if (temperature !== undefined && temperature !== 1) unsupported('temperature');
}
