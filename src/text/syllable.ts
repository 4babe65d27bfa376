import { isToneInPlace, toneParts } from './tone.ts';

/**
 * What a Vietnamese syllable may be, by its parts: an onset, a rime, a tone. Structure, not a dictionary: "boàng" is one
 * although no word is spelled so, "tháck" and "nhaø" are none.
 */

const ONSETS = new Set(
  'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ').concat(''),
);

const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc ue uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut ' +
    'uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu ynh yt'
  ).split(' '),
);

/** Rimes that only one kind of ending tone fits. */
const STOPPED = /(?:c|ch|p|t)$/;

/**
 * Whether a lower-case NFC word is a syllable with its tone as it must be: one that ends in c, ch, p or t is acute or
 * dotted, so that an English "that" is none.
 */
export function isSyllable(word: string): boolean {
  if (word.length > 7) return false;
  const parts = toneParts(word);
  const toneless = parts?.toneless ?? word;
  // A second tone is left on its letter, which the alphabet below lacks.
  if (!/^[a-eghik-vxyđăâêôơư]+$/.test(toneless)) return false;
  if (STOPPED.test(toneless) && parts?.tone !== '\u0301' && parts?.tone !== '\u0323') return false;
  if (parts !== null && !isToneInPlace(word, parts)) return false;
  const onset = /^(?:qu|ngh|ch|gh|kh|ng|nh|ph|th|tr|[bcdđghklmnprstvx])?/.exec(toneless)?.[0] ?? '';
  return isPair(onset, toneless.slice(onset.length));
}

function isPair(onset: string, rime: string): boolean {
  // gi before a vowel; "gì", "gìn" and "giếng" share their i with the rime.
  if (onset === 'g' && rime.startsWith('i') && (RIMES.has(rime.slice(1)) || RIMES.has(rime))) return true;
  if (!ONSETS.has(onset) || !RIMES.has(rime)) return false;
  const front = /^[eêiy]/.test(rime);
  if (onset === 'c' || onset === 'ng') return !front;
  if (onset === 'g') return !front;
  if (onset === 'k' || onset === 'gh' || onset === 'ngh')
    return front || (onset === 'k' && rime.startsWith('a'));
  return onset === 'qu' ? !/^[oôuư]/.test(rime) || rime === 'ôc' : true;
}
