/** The least a word must have besides the part, in letters. */
const least = 3

const inflection = /^(?:an|or|orna|e?n|e?t|e?r|e|a|ar|e?ne|ane|e?ns|e?ts|e?nes|anes|e?rs|e?rne|s)?$/

// What follows a part without making a compound of it: endings, one or several ("planet|en", "natur|lig").
const derived =
  /^[nrst]?(?:e|a|s|en|et|er|ar|ene|ane|ens|ets|ing|ning|lig|leg|else|het|heit|skap|som|bar|isk|ist|ere|este|ast|ande|ende)+$/

// What stands before a part as a preposition does: "vedtak" is no kind of "tak".
const prefix =
  /^(?:an|av|be|bort|for|fore|fra|fraa|fram|frem|gjen|inn|med|mis|mot|ned|opp|paa|sam|til|unn|ute?|van|ved|vid)$/

const onset =
  /^(?:[bcdfghjklmnpqrstvwxz]|bl|br|dr|fj|fl|fn|fr|gj|gl|gn|gr|hj|hv|kj|kl|kn|kr|kv|pl|pr|ps|sc|sj|sk|skj|skr|skv|sl|sm|sn|sp|spl|spr|st|stj|str|sv|tj|tr|tv|vr)?[aeiouy]/

/**
 * Whether a word is a compound with this part first or last: "barnehage" in "barnehageplass" and "naturbarnehagen", also
 * joined by s or e. What is left must look like a word: three letters, a vowel, neither an ending nor a prefix. Both are
 * folded, lower case. Nothing is known of meanings, so a chance likeness may pass.
 */
export function isCompoundOf(word: string, part: string): boolean {
  if (part.length < least || word.length < part.length + least) return false
  return beginsWith(word, part) || endsWith(word, part)
}

function beginsWith(word: string, part: string): boolean {
  // Swedish "skola" is "skol-" in front.
  const first = part.length > least && part.endsWith('a') && !word.startsWith(part) ? part.slice(0, -1) : part
  if (!word.startsWith(first)) return false
  const rest = word.slice(first.length)
  return !derived.test(rest) && [rest, rest.replace(/^[se]/, '')].some(isLikeAWord)
}

function endsWith(word: string, part: string): boolean {
  const stem = part.length > least ? part.replace(/[ea]$/, '') : part
  const at = word.lastIndexOf(stem)
  if (at < least) return false
  const head = word.slice(0, at)
  return inflection.test(word.slice(at + stem.length)) && !prefix.test(head) && isLikeAWord(head)
}

function isLikeAWord(text: string): boolean {
  return text.length >= least && onset.test(text) && !derived.test(text)
}
