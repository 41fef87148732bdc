/** Answers that the test recordings give beside those of the short plan: what people say about their work. */
import type { Sentence } from './library.ts';

const en = (text: string): Sentence => ({ text, language: 'en' });
const hi = (text: string): Sentence => ({ text, language: 'hi' });
const ar = (text: string): Sentence => ({ text, language: 'ar' });

export const SENTENCES: readonly Sentence[] = [
  en(
    'Two carriers failed on the same morning. I split the routes between the vans we had, and called every hospital myself before nine. One delivery came late, and they knew it from me.',
  ),
  en(
    'We moved the whole team to the new ticket system within six weeks. I began with the two people who doubted it most. After a month they were the ones who taught the others.',
  ),
  en(
    'My worst mistake was a price list that I sent without a second look. It cost us eleven thousand euros. Since then nothing leaves the house before a colleague has read it.',
  ),
  en(
    'When a new agent starts, she sits beside me for three days. I let her take the fourth call alone, and I listen without a word. Then we talk about one thing only.',
  ),
  en(
    'The warehouse wanted speed and the customers wanted photographs of every pallet. I measured both for a week. It turned out that a photograph took nine seconds.',
  ),
  en(
    'I would first ask what the deadline protects. If it is a promise to a patient, we stay. If it is only a number in a report, we go home and tell the truth.',
  ),
  en(
    'I wrote the program that plans our night shifts. Before that, a spreadsheet did it, and nobody dared to touch it. Now every driver can swap a shift on the telephone.',
  ),
  en(
    'He disagreed with me in front of everyone, and he was right about the budget. I said so in the same meeting. We have worked well together ever since.',
  ),
  en(
    'Last winter the heating in our depot broke on a Sunday. I rented six heaters, and I asked the night crew to come two hours later. No one froze, and nothing was spoiled.',
  ),
  en(
    'I learned to read a balance sheet because nobody could explain our losses to me. It took a year of evenings. Today I close the books of the region myself.',
  ),
  en(
    'Honestly, I do not like to sell. I like to find out what somebody really needs, and sometimes that is not our product. Those customers come back later.',
  ),
  en(
    'Let me think about that for a moment. There were three complaints about the same driver. I rode with him for a day, and I saw that his route could not be done in eight hours.',
  ),
  hi(
    'मैं नौ लोगों की टीम चलाता हूँ। जब कोई ग्राहक नाराज़ होता है, तो मैं पहले उसकी पूरी बात सुनता हूँ। फिर मैं दस मिनट में वापस फ़ोन करने का वादा करता हूँ।',
  ),
  ar(
    'أنا أقود فريقا من تسعة أشخاص. عندما يغضب عميل أستمع إليه حتى النهاية. ثم أعده بأن أتصل به بعد عشر دقائق، وأفعل ذلك.',
  ),
];
