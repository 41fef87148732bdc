/** Help over any page, so that nothing on it is lost: what can go wrong, accessibility, language, leaving the device. */
import { locale, t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { SignOut } from './sign-out.tsx';

export type HelpTopic = 'help' | 'accessibility' | 'language' | 'sign-out';

export interface HelpProps {
  topic: HelpTopic;
  /** Empty where nobody is known to have invited. */
  tenant: string;
  onClose: () => void;
}

export function HelpDialog({ topic, tenant, onClose }: HelpProps) {
  if (topic === 'sign-out') return <SignOut onClose={onClose} />;
  const { title, parts } = words(topic, tenant);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button kind="main" onClick={onClose}>
          {t('ask.back', 'Go back')}
        </Button>
      }
    >
      <dl class="facts tight help">
        {parts.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

interface Words {
  title: string;
  parts: { name: string; text: string }[];
}

function words(topic: Exclude<HelpTopic, 'sign-out'>, tenant: string): Words {
  const who = tenant === '' ? t('help.who', 'the people who invited you') : tenant;
  switch (topic) {
    case 'help':
      return { title: t('help.title', 'Help'), parts: helpParts(who) };
    case 'accessibility':
      return { title: t('help.accessibility', 'Accessibility'), parts: accessibilityParts(who) };
    case 'language':
      return {
        title: t('frame.language', 'Language'),
        parts: [
          {
            name: t('help.language.pages', 'These pages'),
            text: t(
              'help.language.pages.text',
              'They are in {language}. Your browser can translate them for you; what you write is not changed by that.',
              { language: new Intl.DisplayNames([locale()], { type: 'language' }).of(locale()) ?? locale() },
            ),
          },
          {
            name: t('help.language.talk', 'The interview'),
            text: t(
              'help.language.talk.text',
              'If another language would help you, ask for an adjustment on the first page of your link: a person at {who} answers.',
              { who },
            ),
          },
        ],
      };
  }
}

function helpParts(who: string): Words['parts'] {
  return [
    {
      name: t('help.code', 'No code in your inbox'),
      text: t('help.code.text', 'Look in spam. A new code can be sent after a moment; the old one then stops working.'),
    },
    {
      name: t('help.sound', 'Nothing is heard'),
      text: t(
        'help.sound.text',
        'The sound check shows microphone and speaker with a way to mend each. You can type at any moment, and it counts the same.',
      ),
    },
    {
      name: t('help.line', 'The line drops'),
      text: t(
        'help.line.text',
        'What you said or wrote waits on this device and goes out by itself. You can also close the page and come back by your link.',
      ),
    },
    {
      name: t('help.person', 'You would rather talk with a person'),
      text: t(
        'help.person.text',
        'Ask for one on the first page, or under Options in the room. It counts against nobody.',
      ),
    },
    {
      name: t('help.else', 'Anything else'),
      text: t('help.else.text', 'Reply to your invitation; it reaches {who}.', { who }),
    },
  ];
}

function accessibilityParts(who: string): Words['parts'] {
  return [
    {
      name: t('a11y.ways', 'Two ways to answer'),
      text: t(
        'a11y.ways.text',
        'Every question stands in writing, and every answer can be typed. Change at any moment.',
      ),
    },
    {
      name: t('a11y.keys', 'Keyboard and screen reader'),
      text: t(
        'a11y.keys.text',
        'Everything can be reached and pressed by keys, and changes of state are told. Ctrl or ⌘ with Enter sends an answer.',
      ),
    },
    {
      name: t('a11y.time', 'Time'),
      text: t(
        'a11y.time.text',
        'You can take breaks, hide the clock, and ask that reminders wait longer. More time can be arranged before or during the interview.',
      ),
    },
    {
      name: t('a11y.sight', 'Reading'),
      text: t(
        'a11y.sight.text',
        'Pages follow your browser’s text size, your system’s light or dark colours, and its wish for less motion.',
      ),
    },
    {
      name: t('a11y.barrier', 'Something stands in your way'),
      text: t(
        'a11y.barrier.text',
        'Ask for an adjustment on the first page of your link, or reply to your invitation: {who} answers.',
        {
          who,
        },
      ),
    },
  ];
}
