/**
 * Forms of address before a name and at the head of a letter, in French and English.
 *
 * Sources: abbreviations after rules-fr.md 5.3, 10 (no stop when the last letter is kept); calls of letters, and Mlle and
 * Miss only for who is written so, after the Office québécois de la langue française (Vitrine linguistique 22099, 25070);
 * clergy and offices after the usage of protocol. Where no rule was found, the plainest form. English has no form for Me.
 */
import { fold } from '../../kit/text.ts'
import type { Named } from '../name.rules.ts'

export type Language = 'fr' | 'en'
/** What a form of address says of who bears it; nothing is guessed from forenames. */
export type Gender = 'man' | 'woman'

/** A form of address: before the name of one, of several of one surname, and at the head of a letter. */
type Form = {
  readonly prefix: string
  readonly several?: string
  /** What a letter opens with; in English what stands after `Dear`, before the surname. */
  readonly call: string
  /** Calls of several who are called alike: `Messieurs`. */
  readonly calls?: string
  /** How English goes on after the call; by the surname when not said. */
  readonly calledBy?: 'firstName' | 'nothing'
}
type Title = { readonly fr: Form; readonly en: Form; readonly gender?: Gender }

const men: Title = {
  gender: 'man',
  fr: { prefix: 'M.', several: 'MM.', call: 'Monsieur', calls: 'Messieurs' },
  en: { prefix: 'Mr', call: 'Mr' },
}
const women: Title = {
  gender: 'woman',
  fr: { prefix: 'Mme', several: 'Mmes', call: 'Madame', calls: 'Mesdames' },
  en: { prefix: 'Ms', call: 'Ms' },
}
const wives: Title = { ...women, en: { prefix: 'Mrs', call: 'Mrs' } }
const misses: Title = {
  gender: 'woman',
  fr: { prefix: 'Mlle', several: 'Mlles', call: 'Mademoiselle', calls: 'Mesdemoiselles' },
  en: { prefix: 'Miss', call: 'Miss' },
}
/** Only for who is written so: nobody is made a widow by a death. */
const widows: Title = { gender: 'woman', fr: { prefix: 'Mme veuve', call: 'Madame', calls: 'Mesdames' }, en: wives.en }

const civilities: Readonly<Record<string, Title>> = {
  ...Object.fromEntries(
    ['m', 'mr', 'monsieur', 'mister', 'herr', 'sr', 'senor', 'signor', 'sig', 'dhr'].map((word) => [word, men]),
  ),
  ...Object.fromEntries(
    ['mme', 'ms', 'madame', 'frau', 'sra', 'senora', 'signora', 'mevr', 'mevrouw'].map((word) => [word, women]),
  ),
  mrs: wives,
  ...Object.fromEntries(['mlle', 'miss', 'mademoiselle', 'fraulein', 'srta', 'senorita'].map((word) => [word, misses])),
  ...Object.fromEntries(['vve', 'veuve', 'mme vve', 'mme veuve', 'madame veuve'].map((word) => [word, widows])),
  mx: { fr: { prefix: '', call: '' }, en: { prefix: 'Mx', call: 'Mx' } },
}

/** A title borne alike by everybody, English in its own word. */
const title = (fr: Form, en: Form, gender?: Gender): Title => ({ fr, en, ...(gender === undefined ? {} : { gender }) })
const rank = (fr: string, en: string): Title => title({ prefix: fr, call: fr }, { prefix: en, call: en })

const doctor = title(
  { prefix: 'Dr', several: 'Drs', call: 'Docteur', calls: 'Docteurs' },
  { prefix: 'Dr', several: 'Drs', call: 'Dr', calls: 'Drs' },
)
const professor = title(
  { prefix: 'Pr', several: 'Prs', call: '{le} Professeur{e}' },
  { prefix: 'Professor', several: 'Professors', call: 'Professor', calls: 'Professors' },
)
const lawyer = title({ prefix: 'Me', several: 'Mes', call: 'Maître', calls: 'Maîtres' }, { prefix: '', call: '' })
const father = title({ prefix: 'Père', call: 'Mon Père' }, { prefix: 'Father', call: 'Father' }, 'man')

const titles: Readonly<Record<string, Title>> = {
  ...Object.fromEntries(['dr', 'docteur', 'docteure', 'doctor'].map((word) => [word, doctor])),
  ...Object.fromEntries(['pr', 'prof', 'professeur', 'professeure', 'professor'].map((word) => [word, professor])),
  ...Object.fromEntries(['me', 'maitre'].map((word) => [word, lawyer])),
  ...Object.fromEntries(
    ['mgr', 'monseigneur', 'monsignor'].map((word) => [
      word,
      title({ prefix: 'Mgr', call: 'Monseigneur' }, { prefix: 'Mgr', call: 'Monsignor' }, 'man'),
    ]),
  ),
  cardinal: title(
    { prefix: 'Cardinal', call: 'Monsieur le Cardinal' },
    { prefix: 'Cardinal', call: 'Cardinal' },
    'man',
  ),
  ...Object.fromEntries(['pere', 'p', 'rp', 'father', 'fr'].map((word) => [word, father])),
  abbe: title({ prefix: 'Abbé', call: 'Monsieur l’abbé' }, { prefix: 'Father', call: 'Father' }, 'man'),
  frere: title(
    { prefix: 'Frère', call: 'Mon Frère' },
    { prefix: 'Brother', call: 'Brother', calledBy: 'firstName' },
    'man',
  ),
  soeur: title(
    { prefix: 'Sœur', call: 'Ma Sœur' },
    { prefix: 'Sister', call: 'Sister', calledBy: 'firstName' },
    'woman',
  ),
  mere: title(
    { prefix: 'Mère', call: 'Ma Mère' },
    { prefix: 'Mother', call: 'Mother', calledBy: 'firstName' },
    'woman',
  ),
  pasteur: title({ prefix: 'Pasteur', call: '{le} Pasteur' }, { prefix: 'Pastor', call: 'Pastor' }),
  pasteure: title({ prefix: 'Pasteure', call: 'Madame la Pasteure' }, { prefix: 'Pastor', call: 'Pastor' }, 'woman'),
  rev: title({ prefix: 'Rév.', call: 'Révérend' }, { prefix: 'Revd', call: 'Revd' }),
  rabbin: title({ prefix: 'Rabbin', call: '{le} Rabbin' }, { prefix: 'Rabbi', call: 'Rabbi' }),
  imam: title({ prefix: 'Imam', call: 'Monsieur l’Imam' }, { prefix: 'Imam', call: 'Imam' }, 'man'),
  general: rank('Général', 'General'),
  colonel: rank('Colonel', 'Colonel'),
  commandant: rank('Commandant', 'Commander'),
  capitaine: rank('Capitaine', 'Captain'),
  amiral: rank('Amiral', 'Admiral'),
  sir: title({ prefix: 'Sir', call: 'Monsieur' }, { prefix: 'Sir', call: 'Sir', calledBy: 'firstName' }, 'man'),
  dame: title({ prefix: 'Dame', call: 'Madame' }, { prefix: 'Dame', call: 'Dame', calledBy: 'firstName' }, 'woman'),
  lady: title({ prefix: 'Lady', call: 'Madame' }, { prefix: 'Lady', call: 'Lady' }, 'woman'),
}

/** How a person is addressed in a language. */
export type Courtesy = Form & {
  readonly gender: Gender | undefined
  /** Whether a title stands there in place of the civility. */
  readonly titled: boolean
}

const lookUp = (table: Readonly<Record<string, Title>>, written: string): Title | undefined => {
  const word = fold(written)
  return Object.hasOwn(table, word) ? table[word] : undefined
}

/**
 * The forms of address of a person. A title we know takes the place of the civility, wherever it is written; one we do not
 * know follows it; a civility we do not know is kept as written. Nothing written: no form, and no gender.
 */
export function courtesyOf(person: Pick<Named, 'civility' | 'title'>, language: Language): Courtesy {
  const civility = lookUp(civilities, person.civility ?? '')
  const known = lookUp(titles, person.title ?? '') ?? lookUp(titles, person.civility ?? '')
  const gender = known?.gender ?? civility?.gender
  const form = known?.[language]
  if (form !== undefined && (form.prefix !== '' || civility === undefined)) {
    return { ...form, call: form.call.replace(/\{le\} (.*?)(\{e\})?$/, office(gender)), gender, titled: true }
  }
  const written = [
    civility?.[language].prefix ?? person.civility ?? '',
    known === undefined ? (person.title ?? '') : '',
  ]
  const prefix = written.filter((part) => part.trim() !== '').join(' ')
  const plain = civility?.[language]
  return {
    prefix,
    call: plain?.call ?? '',
    ...(plain?.several === undefined ? {} : { several: plain.several }),
    ...(plain?.calls === undefined ? {} : { calls: plain.calls }),
    gender,
    titled: (person.title ?? '').trim() !== '' && known === undefined,
  }
}

/** `Monsieur le Professeur`, `Madame la Professeure`; the office alone when nothing tells which. */
const office = (gender: Gender | undefined) => (_: string, name: string, feminine: string | undefined) =>
  gender === 'man'
    ? `Monsieur le ${name}`
    : gender === 'woman'
      ? `Madame la ${name}${feminine === undefined ? '' : 'e'}`
      : name
