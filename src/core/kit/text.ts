/**
 * Text as the register keeps it and as it is sought. Nothing here depends on the machine's language:
 * `toLowerCase` and `normalize` are Unicode's own, so a Turkish or a French computer gives the same answer.
 */

/** Letters that Unicode does not take apart, in the Latin spelling people type for them. */
const latin: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ɗ: 'd',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ƙ: 'k',
  ł: 'l',
  ŀ: 'l',
  ƚ: 'l',
  ŋ: 'n',
  ɲ: 'n',
  þ: 'th',
  ŧ: 't',
  ƭ: 't',
  ɓ: 'b',
  ƀ: 'b',
  ə: 'e',
  ǝ: 'e',
  ɛ: 'e',
  ɔ: 'o',
  ɵ: 'o',
  ƒ: 'f',
  ɣ: 'g',
  ʋ: 'v',
  ƴ: 'y',
  ʉ: 'u',
  ɨ: 'i',
  ƶ: 'z',
  ȥ: 'z',
}

/** Cyrillic after ICAO Doc 9303 part 3 (passports), without its `ie` for the hard sign. */
const cyrillic: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n' },
  ...{ о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia', і: 'i', є: 'ie', ґ: 'g', ђ: 'dj', ј: 'j', љ: 'lj', њ: 'nj' },
  ...{
    ћ: 'c',
    џ: 'dz',
    ѕ: 'dz',
    ғ: 'g',
    қ: 'k',
    ң: 'n',
    ө: 'o',
    ү: 'u',
    ұ: 'u',
    һ: 'h',
    ә: 'a',
    ѣ: 'e',
    ѳ: 'f',
    ѵ: 'i',
  },
}

/** Greek after ELOT 743 (ISO 843 type 2); the pairs are in `greekText`. */
const greek: Readonly<Record<string, string>> = {
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n' },
  ...{ ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
}

/** Georgian, the national system of 2002 without its apostrophes. */
const georgian: Readonly<Record<string, string>> = {
  ...{ ა: 'a', ბ: 'b', გ: 'g', დ: 'd', ე: 'e', ვ: 'v', ზ: 'z', თ: 't', ი: 'i', კ: 'k', ლ: 'l', მ: 'm', ნ: 'n' },
  ...{ ო: 'o', პ: 'p', ჟ: 'zh', რ: 'r', ს: 's', ტ: 't', უ: 'u', ფ: 'p', ქ: 'k', ღ: 'gh', ყ: 'q', შ: 'sh' },
  ...{ ჩ: 'ch', ც: 'ts', ძ: 'dz', წ: 'ts', ჭ: 'ch', ხ: 'kh', ჯ: 'j', ჰ: 'h' },
}

/** Armenian after BGN/PCGN 1981 without its apostrophes. */
const armenian: Readonly<Record<string, string>> = {
  ...{ ա: 'a', բ: 'b', գ: 'g', դ: 'd', ե: 'e', զ: 'z', է: 'e', ը: 'y', թ: 't', ժ: 'zh', ի: 'i', լ: 'l', խ: 'kh' },
  ...{ ծ: 'ts', կ: 'k', հ: 'h', ձ: 'dz', ղ: 'gh', ճ: 'ch', մ: 'm', յ: 'y', ն: 'n', շ: 'sh', ո: 'o', չ: 'ch', պ: 'p' },
  ...{ ջ: 'j', ռ: 'r', ս: 's', վ: 'v', տ: 't', ր: 'r', ց: 'ts', ւ: 'u', փ: 'p', ք: 'k', օ: 'o', ֆ: 'f', և: 'ev' },
}

/** Arabic letters written in several ways for one sound, and the two sets of figures. */
const arabic: Readonly<Record<string, string>> = {
  ...{ ى: 'ي', ة: 'ه', ی: 'ي', ک: 'ك', ـ: '' },
  ...Object.fromEntries([...'٠١٢٣٤٥٦٧٨٩'].map((figure, value) => [figure, String(value)])),
  ...Object.fromEntries([...'۰۱۲۳۴۵۶۷۸۹'].map((figure, value) => [figure, String(value)])),
}

const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...latin, ...cyrillic, ...greek, ...georgian, ...armenian, ...arabic }),
)

/** Marks laid over letters: those of Latin, Greek, Cyrillic, Hebrew and Arabic. Indic vowel signs and the voicing marks of kana stay. */
const marks =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]]--[\u3099\u309a]]/gv
/** Letters that only mark a breath or a stop, and what has no width: dropped inside a word. */
const silent = /[\u00ad\u02b0-\u02ff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
const ideograph = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu
const plain = /^\p{ASCII}*$/u
const greekPair = /[αεηο]υ(?!\u0308)|γ(?=[γξχ])|(?<!\p{L}\u0301?)μπ/gu
/** Before these (vowels and voiced consonants) αυ, ευ, ηυ sound with a v. */
const voiced = /[αεηιουωβγδζλμνρ]/u

/** The Greek pairs whose sound differs from that of their letters (ELOT 743). */
function greekText(text: string): string {
  return text.replace(/([αεηο])\u0301?υ\u0301/gu, '$1υ').replace(greekPair, (pair, at: number) => {
    if (pair === 'γ') return 'n'
    if (pair === 'μπ') return 'b'
    if (pair === 'ου') return 'ou'
    const next = text.slice(at + 2).replace(/^[\u0301\u0300\u0342]+/u, '')[0] ?? ''
    return (greek[pair[0] ?? ''] ?? '') + (voiced.test(next) ? 'v' : 'f')
  })
}

/**
 * Text reduced to what people compare and seek: lower case, without marks, in Latin letters wherever a
 * transliteration is usual, words separated by one space, no punctuation. Ideographs and kana are words by
 * themselves, so that any of them can be sought. Arabic, Hebrew, Hangul, Indic scripts stay in their letters.
 * FTS5's own folding leaves out `Đ ł Ż ø œ æ ß ı Þ`, Greek and Cyrillic: fold before indexing.
 */
export function fold(text: string): string {
  if (plain.test(text)) return words(text.toLowerCase())
  if (!simple.test(text)) return words(spelled(text))
  let folded = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    folded += spelledAlone[code] ??= alone(text.charAt(at))
  }
  return words(folded)
}

/** Any text in lower case, its marks dropped and its letters transliterated; punctuation still there. */
function spelled(text: string): string {
  let lower = text.toWellFormed().normalize('NFKD').toLowerCase()
  if (/[α-ω]/u.test(lower)) lower = greekText(lower)
  lower = lower.replace(marks, '').replace(silent, '')
  let latinText = ''
  for (const character of lower) latinText += letters.get(character) ?? character
  return latinText.normalize('NFC').replace(ideograph, ' $1 ')
}

const words = (text: string): string =>
  (plain.test(text) ? text.replace(/[^a-z0-9]+/g, ' ') : text.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')).trim()

const alone = (character: string): string =>
  words(spelled(character)) || (character.replace(silent, '') === '' ? '' : ' ')

/** Latin letters already composed and ordinary punctuation: each is spelled alone, once for all. */
const simple = /^[\p{ASCII}\u0080-\u024f\u1e00-\u1eff\u2010-\u2027]*$/u
const spelledAlone = new Array<string | undefined>(0x2028).fill(undefined)

/** Folded text in one piece, so that `Le Blanc`, `Leblanc` and `LE-BLANC` are the same. */
export const fuse = (text: string): string => fold(text).replaceAll(' ', '')

const hidden =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
const control = /\p{Cc}/gu
const halves = /\p{Cs}/gu
/** Joiners mean something between letters of the scripts that join, and inside emoji; nowhere else. */
const idleJoiner =
  /(?<![\p{Script=Arabic}\p{M}\p{Lo}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu
const plainSigns = /^[ -~\u00a1-\u00ac\u00ae-\u02ff]*$/
/** Nothing to compose, to take out or to fold: nearly every cell of a list. */
const cleanAlready = (text: string): boolean =>
  plainSigns.test(text) && !text.includes('  ') && !text.startsWith(' ') && !text.endsWith(' ')

/** Whether a text holds what a reader cannot see: control or direction characters, halves of characters. */
export const holdsUnseen = (text: string): boolean =>
  !cleanAlready(text) &&
  (!text.isWellFormed() || text.replace(/[\t\n\v\f\r\u0085]/g, '').search(/\p{Cc}/u) >= 0 || text.search(hidden) >= 0)

/**
 * A line as the register keeps it: composed (NFC), one line, without control characters, bidi overrides or
 * invisible characters that could make a name look like another; halves of characters are dropped, since no font draws
 * one; runs of spaces become one space. Single no-break spaces are kept.
 */
export function cleanLine(text: string): string {
  if (cleanAlready(text)) return text
  return text
    .replace(halves, '')
    .normalize('NFC')
    .replace(/\r\n?|[\t\n\v\f\u0085\u2028\u2029]/g, ' ')
    .replace(control, '')
    .replace(hidden, '')
    .replace(idleJoiner, '')
    .replace(/[^\S\u00a0\u202f]/gu, ' ')
    .replace(/\s{2,}/gu, ' ')
    .trim()
}

/** A name as it is shown: the apostrophe between letters is the curved one, however it was typed. */
export const curved = (text: string): string =>
  text.includes("'") ? text.replace(/(?<=\p{L})'(?=\s?[\p{L})])/gu, '’') : text

/** Several lines, each cleaned as `cleanLine` does; the empty lines at both ends are dropped. */
export const cleanLines = (text: string): string =>
  text
    .split(/\r\n?|[\n\u0085\u2028\u2029]/)
    .map(cleanLine)
    .join('\n')
    .replace(/^\n+|\n+$/g, '')

const otherScripts = [
  'Greek',
  'Cyrillic',
  'Georgian',
  'Armenian',
  'Hebrew',
  'Arabic',
  'Hangul',
  'Hiragana',
  'Katakana',
  'Han',
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const)
const beyondLatin = /[\p{L}--\p{Script=Latin}]/v

/** The script a text is in: `Αθήνα` is Greek though it is sought as `athina`. One of several scripts has the first that is not Latin. */
export const scriptOf = (text: string): string =>
  beyondLatin.test(text) ? (otherScripts.find(([, letters]) => letters.test(text))?.[0] ?? 'other') : 'Latin'
