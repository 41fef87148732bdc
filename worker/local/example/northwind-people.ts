/** The people of the example role in the EU. */
import { type ExamplePerson, person } from './person.ts';

export const NORTHWIND_PEOPLE: ExamplePerson[] = [
  person('Noor El-Amrani', 'noor.el-amrani', 'to-decide', {
    spoken: true,
    answers: [
      'It is eleven people in two places. And I still take calls myself on Mondays.',
      'A hospital pharmacist was shouting, and she was right. I let her finish. Then I said back to her what she had lost. I promised a call in ten minutes, and I called in eight.',
      'I sort the forty by what gets worse with time, not by who shouts. The cold chain comes first, because it cannot be repaired later.',
      'We listened together to three of his calls, and I asked him only where she stopped listening. Two people whom I coached like that lead a shift today.',
      'We do not know the reason yet. You do not have to do anything. I will write again on Wednesday at four, also if nothing has changed.',
      'I would rather not give figures of my current employer. They are confidential.',
    ],
    more: ['I would rather leave it at that.'],
  }),
  person('Katarzyna Zielińska', 'katarzyna.zielinska', 'to-decide', {
    answers: [
      'Nine agents, two shifts, mostly carriers. I plan the week and take the difficult calls.',
      'A baker stood without flour at five in the morning. I listened to the end, named what he had lost, a morning of sales, and promised a van by seven. It came at half past six and I called him to hear that it had.',
      'The shipment that is warming comes first, because nothing brings it back. I tell the team which twenty tickets may wait until noon, and I say so to those customers too.',
      'I showed two agents how I open a call and we practised it for a week. One of them opens every hard call today.',
      'Your delivery will be two days late. We do not know the reason yet. We expect the new date tomorrow at ten and I write again then, whatever we know.',
      'Repeat calls, every Friday. They were at thirty percent. I let the agents write the next step into every mail, and repeat calls fell to twenty percent in six weeks. A second change did not help and I stopped it.',
    ],
    more: ['She writes the first draft by herself now.'],
  }),
  person('Ravi Krishnamurthy', 'ravi.krishnamurthy', 'to-decide', {
    answers: [
      'Fourteen people in one room, one lead for each language.',
      'I offered a refund at once, because that is what most customers want. Then I told him to call again if it was not there in three days.',
      'I count the tickets by client and by hour, sort them, and take the largest group first, because one answer then closes many.',
      'I told a new colleague what was wrong in her mails each evening. She became faster since.',
      'We are sorry for the delay. We will let you know.',
      'The handling time in minutes, by agent and by hour. It was eleven. I moved the breaks and it went down to eight, and stayed there for the quarter.',
    ],
    more: ['I promised to look into it.', 'The small ones wait.'],
  }),
  person('Yuki Tanabe', 'yuki.tanabe', 'to-decide', {
    answers: [
      'Six people on the night desk; I am the one who stays awake for the port.',
      'A shipper shouted that we had lost his container. I said that I would be angry too, told him what I could see on the screen, and promised to call every hour. I called four times in the night.',
      'First the warm shipment, then the two who are ill need a replacement, and the tickets wait because they only get longer, not worse.',
      'A colleague was afraid of the phone. We practised each evening and I asked her what she would say differently. She took the night alone in spring and leads it now.',
      'The truck has not arrived and we are looking for it. You will hear from me at noon today and again at six.',
      'Last week I looked at missed calls, forty in seven nights. I moved one person to the hour after midnight.',
    ],
    more: ['It fell to twelve.'],
  }),
  person('Sofía Quispe', 'sofia.quispe', 'on-hold', {
    answers: [
      'A small desk, five people.',
      'I listened and then I helped him.',
      'The urgent ones first.',
      'I helped a new colleague.',
      'Sorry for the delay, we will write again tomorrow at nine with a new date.',
      'I do not remember a number.',
    ],
    more: ['I told him it would be fine.', 'The others can wait.', 'She is faster now.', 'No.'],
    words: 'Good instincts, but too few examples to judge by. A second talk about one hard case first.',
  }),
  person('Freya Sørensen', 'freya.sorensen', 'next-round', {
    answers: [
      'Ten people in Aarhus and Gdynia, with a handover in writing every evening.',
      'During the port strike a grower was shouting at us about his tulips. I let him finish, said that a whole field was lost if they stood another night, and promised to call him back within ten minutes with a truck or with a no. I kept it. Afterwards we changed the list that calls growers before the port does.',
      'I sort by what gets worse with time: the pharma shipment first, because a warm vaccine is lost for good. I tell the team what will wait until eleven, and at eleven we look again.',
      'Three agents coached each other: they listened together to a call and each asked one question. Two of them lead a shift since last year.',
      'Your goods are two days late and we do not know yet why. You do not have to do anything. I write again on Wednesday at four, also if nothing is new by then.',
      'Hand-overs without an open question, sixty percent. I asked for one sentence about the next step, and it went up to ninety.',
    ],
    more: ['They plan the roster now.'],
    words: 'Steady under a strike, keeps her word to the minute, and changed what had caused the anger.',
  }),
  person('Jonas Lindqvist', 'jonas.lindqvist', 'declined', {
    answers: [
      'We use a ticket system with macros, and I built the macros.',
      'I forwarded the call to the account manager, because that is the process.',
      'I would filter the queue by tag and use the bulk reply.',
      'I wrote a page about the macros, everybody can read it.',
      'I would send macro fourteen.',
      'The number of macros used. It was four hundred.',
    ],
    more: ['The system does that.', 'The rest stays in the queue.', 'They use the macros now.', 'No.'],
    words: 'The answers were about tools rather than people, also when asked again; this role leads people.',
  }),
  person('Aisha Rahimi', 'aisha.rahimi', 'in-interview', {
    answers: [
      'Eight people, mostly part time, in three languages.',
      'A mother waited for medicine. I told her the truth, that it stood in the wrong depot, and promised to call again at four.',
    ],
    more: ['I called at ten to four.'],
  }),
  person('Tenzin Dolma', 'tenzin.dolma', 'asks-adjustment', {
    words: 'I have dyslexia and read slowly. Could I have a quarter more time?',
  }),
  person('Siobhán Ní Bhriain', 'siobhan.ni-bhriain', 'opened'),
  person('Chloé Nguema', 'chloe.nguema', 'withdrawn'),
  person('Andrei Popescu', 'andrei.popescu', 'invited'),
];
