/** Answers in Hindi; a bar is a pause in which they go on thinking. */
import type { Said } from './script.ts';

export const HINDI: Said[] = [
  { kind: 'complete', text: 'मैंने तीन साल एक छोटे होटल में काम किया है।' },
  { kind: 'complete', text: 'ग्राहक नाराज़ थे | और सच कहूँ तो वे सही थे।' },
  { kind: 'complete', text: 'मैंने उन्हें सच बताया। | वे खुश नहीं हुए।' },
  { kind: 'complete', text: 'हमने तय किया कि | हम एक हफ़्ते बाद काम शुरू करेंगे।' },
  { kind: 'complete', text: 'मुझे लोगों के साथ काम करना पसंद है।' },
  { kind: 'complete', text: 'पहले मैं रिपोर्ट देखूँगा | फिर मैं प्रबंधक से बात करूँगा।' },
  { kind: 'complete', text: 'वह सप्ताह | सबसे कठिन था।' },
  { kind: 'trailing', text: 'मैंने योजना बनाई और | मेरे साथी ने उसे जाँचा।' },
  { kind: 'trailing', text: 'हम समय पर नहीं पहुँच सके क्योंकि | रास्ता बंद था।' },
  { kind: 'trailing', text: 'तो | सबसे पहले मैंने अस्पताल को फ़ोन किया।' },
  { kind: 'trailing', text: 'समय ज़्यादा लगा लेकिन | काम पूरा हो गया।' },
  { kind: 'trailing', text: 'मतलब | मैंने किसी से सीखा नहीं, | खुद ही सीखा।' },
  { kind: 'trailing', text: 'मैं चाहता हूँ कि | सब लोग साथ में काम करें।' },
  { kind: 'number', text: 'मेरा नंबर है नौ आठ सात | छह पाँच चार | तीन दो एक।' },
  { kind: 'list', text: 'तीन कारण थे। पहला, | समय कम था। दूसरा, | लोग कम थे। और तीसरा, | पैसा नहीं था।' },
  { kind: 'short', text: 'जी हाँ।' },
  { kind: 'short', text: 'नहीं, | ऐसा नहीं है।' },
  { kind: 'open end', text: 'हमने सबसे बात की और' },
  { kind: 'noise', text: 'मैंने समय बदल दिया | और मरीज़ को बताया।', during: 'cough' },
  { kind: 'noise', text: 'हमारी टीम में आठ लोग थे। | सब बहुत मेहनती थे।', behind: 'fan' },
];
