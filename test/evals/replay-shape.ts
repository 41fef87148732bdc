/**
 * Answers as a model might give them, kept beside the cases: they put the checks in code to the test, not a model. By
 * case and criterion, one for each run; a text stands as it is, anything else is sent as JSON.
 */
import * as v from 'valibot';

export const REPLAYS_FORM = 'interloop-replays-1';

export const replaysSchema = v.object({
  form: v.literal(REPLAYS_FORM),
  family: v.string(),
  /** `careful`: as a good model answers; `wrong`: invented, obedient, broken. */
  set: v.picklist(['careful', 'wrong']),
  answers: v.record(v.string(), v.record(v.string(), v.pipe(v.array(v.unknown()), v.minLength(1)))),
});
export type Replays = v.InferOutput<typeof replaysSchema>;
