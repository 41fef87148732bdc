/**
 * Orders to the scorer in other languages than English. Where an interview may be held in a language, an order needs
 * both what is to be done and what with, since people who tell of their work use either word. Pure.
 */

/** In these nobody tells of their work here: a hint is enough. */
const FOREIGN =
  /ignor(?:iere|ez|uj|oi|a la|a las|a o|a os|e a |e la |e les )|vergiss|oublie[zr]?\b|olvid[ae]|esquec|esqueç|dimentica|negeer|zignoruj|zapomnij|nie stosuj|beachte die|ne tiens pas|no sigas|não sigas|non seguire|yok say|talimat|kuralları|игнорир|забудь|не следуй|忽略|无视|無視|忘记|忘れて|不要使用|採点|무시|bewertung|bewerte mich|bestnote|punktzahl|höchste|stufe fünf|note maximale|niveau cinq|note-moi|puntuación|puntaje|nivel cinco|califícame|nota máxima|pontuação|nível cinco|avalia-me|punteggio|livello cinque|valutami|hoogste|najwyższ|poziom pięć|oceń mnie|en yüksek|beş puan|наивысш|уровень пять|оцени меня|最高|满分|五分|満点|五点|최고/iu;

const ARABIC = {
  forget: String.raw`(?<!\p{L})[وف]?(?:تجاهل|انس|انسَ|أهمل|لا (?:تتبع|تستخدم|تطبق))(?:وا|ي)?(?!\p{L})`,
  rules: '(?:معايير|تعليمات|قواعد|تقييم|ما سبق|إرشادات)',
  give: String.raw`(?<!\p{L})[وف]?(?:أعط|ضع|امنح|قيّم|قيم|سجّل|سجل)(?:وا|ني|وني)?(?!\p{L})`,
  marks: '(?:درجة|الدرجة|درجات|المستوى|تقييم|نقاط|علامة|العلامة)',
};
const HINDI = {
  forget: '(?:अनदेखा कर(?:ो|ें|िए|ना)|नज़रअंदाज़ कर(?:ो|ें|िए|ना)|भूल जा(?:ओ|एँ|इए)|मत मान(?:ो|ें|िए))',
  rules: '(?:रूब्रिक|निर्देश|नियम|मूल्यांकन|मानदंड)',
  give: String.raw`(?:दो|दें|दीजिए|दे दो|लगाओ)(?!\p{L}|\p{M})`,
  marks: '(?:अंक|रेटिंग|स्कोर|नंबर|स्तर)',
};
const SPOKEN = [ARABIC, HINDI].map(
  ({ forget, rules, give, marks }) =>
    new RegExp(
      [
        `${forget}.{0,40}${rules}`,
        `${rules}.{0,40}${forget}`,
        `${give}.{0,30}${marks}`,
        // "two" is the same word as "give" in Hindi: it stands at the end where it means that.
        String.raw`${marks}.{0,12}${give}\s*[।.!]*\s*$`,
      ].join('|'),
      'iu',
    ),
);

export function isForeignInstruction(text: string): boolean {
  return FOREIGN.test(text) || SPOKEN.some((one) => one.test(text));
}
