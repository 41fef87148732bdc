/** One interview set like a transcript, with what was made of it in the margin. An invented example, and said so. */
import type { ComponentChildren } from 'preact';
import { position } from '../shared/format.ts';
import { t } from '../shared/i18n.ts';
import { rich } from '../shared/rich.tsx';
import { LevelMark } from '../shared/ui/level-mark.tsx';

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

export function Specimen() {
  const interviewer = t('specimen.interviewer', 'Interviewer');
  const noor = t('specimen.noor', 'Noor');
  return (
    <figure class="specimen" aria-label={t('specimen.label', 'Part of an interview, with what was made of it')}>
      <div class="band">
        <Line
          at={3 * MINUTE_MS + 55 * SECOND_MS}
          who={interviewer}
          asks
          said={t('specimen.q1', 'Tell me about a customer who was really angry. What did you do in the first minute?')}
        />
        <Line
          at={4 * MINUTE_MS + 8 * SECOND_MS}
          who={noor}
          said={t(
            'specimen.a1',
            'A hospital pharmacist in Eindhoven. A pallet of vaccines had been standing on our dock for three hours and she was shouting, and she was right. I let her finish.',
          )}
        >
          <p class="ev">
            {rich(
              'specimen.a1-quote',
              '<mark>Then I said back to her what she had lost, before anything about what we’d do: the stock, and her Saturday.</mark>',
              { mark: (inner) => <mark>{inner}</mark> },
            )}
          </p>
          <Margin mark={<LevelMark level={4} />} title={t('specimen.criterion', 'Calms an upset customer')}>
            {t('specimen.reason', 'Names the loss before the repair. One case was told; level 5 asks for a second.')}
          </Margin>
        </Line>
        <Line
          at={28 * MINUTE_MS + 20 * SECOND_MS}
          who={interviewer}
          asks
          said={t('specimen.q2', 'Which number did you look at last week, and what did you change because of it?')}
        />
        <Line at={28 * MINUTE_MS + 31 * SECOND_MS} who={noor}>
          <p class="ev plain">
            {t(
              'specimen.a2',
              'I’d rather not give figures of my current employer, they’re confidential. We review them every Friday, that much I can say.',
            )}
          </p>
          <Margin plain mark={<span class="mark l0" />} title={t('specimen.none', 'Not enough evidence')}>
            {t(
              'specimen.none-reason',
              'Not a low level. The report says that it could not judge, and leaves the criterion out.',
            )}
          </Margin>
        </Line>
        <Line who={t('specimen.person', 'Ines Carvalho, Northwind Logistics')}>
          <p class="ev plain">
            {t(
              'specimen.decision',
              'Next round. She kept the promise to the pharmacist. Ask about numbers with an invented desk.',
            )}
          </p>
          <Margin plain title={t('specimen.by-person', 'A person, by name, with a reason')}>
            {t('specimen.by-person-reason', 'No interview ends in a refusal without one.')}
          </Margin>
        </Line>
      </div>
      <figcaption class="band">
        <span>{t('specimen.caption', 'An example of how a report reads. Noor, Ines and Northwind are invented.')}</span>
      </figcaption>
    </figure>
  );
}

function Line(props: { at?: number; who: string; said?: string; asks?: boolean; children?: ComponentChildren }) {
  return (
    <div class={props.asks ? 'line ai' : 'line'}>
      {props.at === undefined ? (
        <span class="when">{t('specimen.later', 'Later')}</span>
      ) : (
        <time class="when" dateTime={`PT${props.at / SECOND_MS}S`}>
          {position(props.at)}
        </time>
      )}
      <div class="said">
        <b>{props.who}</b>
        {props.said === undefined ? null : <p>{props.said}</p>}
      </div>
      {props.children}
    </div>
  );
}

function Margin(props: { title: string; mark?: ComponentChildren; plain?: boolean; children: ComponentChildren }) {
  return (
    <p class={props.plain ? 'margin plain' : 'margin'}>
      <b>
        {props.mark}
        {props.title}
      </b>
      {props.children}
    </p>
  );
}
