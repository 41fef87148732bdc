/** Accounts as people give them, one for each of many criteria: full enough for the middle of the scale or above. */

export interface Honest {
  template: string;
  criterion: string;
  answer: string;
}

export const HONEST: Honest[] = [
  {
    template: 'nursing',
    criterion: 'deteriorate',
    answer:
      'Mr Osei was two days after his hip. At four in the morning he answered in half sentences and his breathing was faster, twenty-six a minute. I measured his blood pressure, it had dropped to ninety, so I called the doctor and said that I needed her at the bed now. She told me to wait an hour. I called again after ten minutes with the new values and stayed with him, and she came. It was a lung embolism, and he went home three weeks later.',
  },
  {
    template: 'nursing',
    criterion: 'handover',
    answer:
      'In March an antibiotic was given twice because the night shift had it on paper and we had it on the board. I asked for ten minutes in the next meeting and suggested that the one who takes over says it back. I wrote down the three things that must be named. We tried it for a month, and since then I found no double dose in the handover.',
  },
  {
    template: 'finance',
    criterion: 'books',
    answer:
      'At the month end in June we were off by 1,842 euros. I compared the bank statement with the ledger line by line and found that one supplier had sent an invoice twice with another number. I booked it back in the same period and wrote a note for the auditor, because otherwise it would have looked like a discount. Since then I let the system warn about equal amounts, and it found four more.',
  },
  {
    template: 'retail',
    criterion: 'floor',
    answer:
      'A man wanted the dearest hiking boots we had on the shelf. I asked what for, and he said a week on gravel roads in May. I showed him two lighter pairs and he tried on both. He took the cheaper one, eighty euros less, because I told him that the heavy ones need a month to soften. He came back in June with his sister and asked for me.',
  },
  {
    template: 'engineer',
    criterion: 'solve',
    answer:
      'Last winter our checkout failed for one user in two hundred, only at night. I checked the log and saw that all of them came from one region. I reproduced it with a clock set to another time zone, so the cause was a date that was compared as text. I ruled out the load balancer first, because restarting it changed nothing. I wrote a test that fails on any such comparison, and the error has not come back in eleven months.',
  },
  {
    template: 'engineer',
    criterion: 'simple',
    answer:
      'We were asked for a queue with five services in 2023. I left out four of them and wrote one table that a cron job reads each minute, because we had ninety messages a day. The tests took two days instead of three weeks. When we grew to ten thousand messages I rewrote it, and that took me one week since everything stood in one place.',
  },
  {
    template: 'sales',
    criterion: 'persuade',
    answer:
      'A dentist in Graz said no twice. I asked why and she told me that her last contract had bound her for five years. So I changed the offer to a trial of ninety days without a contract, at 40 euros a month. She signed in April, and she renewed for two years after that. I keep calling her every quarter, because that was the promise.',
  },
  {
    template: 'operations',
    criterion: 'quality',
    answer:
      'On a Friday I stopped the line because the seal on pallet nine was warm. The foreman wanted to ship, we had forty minutes left. I refused and reported it to the plant manager by phone. We opened it and six boxes were spoilt. Afterwards I put the thermometer on the checklist, and nobody has shipped a warm pallet since.',
  },
  {
    template: 'people-lead',
    criterion: 'coach',
    answer:
      'Marta was afraid of speaking in meetings. We agreed on one goal, one sentence in each meeting, and I asked her every Friday how it went. After two months she presented the figures by herself. I did the same with Piotr in 2024, and today he leads the night crew and coaches two new ones.',
  },
  {
    template: 'first-job',
    criterion: 'learn',
    answer:
      'At the bakery where I worked on Saturdays I had to learn the till in one morning. I wrote the keys on a card and practised with the coins at home. In the first week I gave twenty euros too much back once. Since then I count it aloud, because then the customer counts too, and it has not happened again.',
  },
  {
    template: 'support',
    criterion: 'triage',
    answer:
      'On the Monday after Easter we had two hundred tickets and three people. I first took those who could not work at all, because each hour cost them money, eleven of them. I told the others in one message that we would answer by Wednesday, and I left the wishes for features until the week after. By noon the eleven were done, and only four people wrote a second time.',
  },
];
