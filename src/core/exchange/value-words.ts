/** Words that stand in the cells of lists: statuses, kinds, groups. Folded (kit/text) before they are compared. */
import { fold } from '../kit/text.ts'
import type { ContactStatus, GroupKind } from '../people/people.requests.ts'

const listed = <Key extends string>(lists: Readonly<Record<Key, string>>): ReadonlyMap<string, Key> =>
  new Map(Object.entries<string>(lists).flatMap(([key, list]) => list.split('|').map((word) => [word, key as Key])))

const statuses = listed<ContactStatus>({
  member:
    'membre|membres|adherent|adherente|actif|active|membre actif|membre active|a jour|member|active member|current|oui|en cours|1',
  resigned:
    'demissionnaire|demission|demissionne|parti|partie|sorti|sortie|resigned|left|ancien membre|ancien adherent|inactif|inactive',
  struckOff: 'radie|radiee|raye|rayee|exclu|exclue|struck off|expelled|removed',
  deceased: 'decede|decedee|dcd|mort|morte|deceased|dead|defunt|defunte',
  lost: 'perdu de vue|perdue de vue|perdu|perdue|npai|sans nouvelles|adresse inconnue|lost|lost touch',
  friend: 'ami|amie|amis|sympathisant|sympathisante|friend|friends|supporter',
  contact: 'contact|contacts|prospect|partenaire|exterieur|externe',
})

/** The status a word stands for; nothing when it is no status. */
export const statusOfWord = (word: string): ContactStatus | undefined => statuses.get(fold(word))
/** A number alone shows no status column. */
export const isStatusWord = (word: string): boolean => !/^\d+$/.test(word.trim()) && statusOfWord(word) !== undefined

const kinds = listed<'person' | 'organisation'>({
  person: 'personne|person|personne physique|physique|individu|individual|particulier|particuliers|phy|homme|femme|p|n',
  organisation:
    'organisation|organization|organisme|personne morale|morale|mor|societe|entreprise|company|association|collectivite|org|institution|household|j',
})

export const kindOfWord = (word: string): 'person' | 'organisation' | undefined => kinds.get(fold(word))

const groupKindsByWord: readonly (readonly [RegExp, GroupKind])[] = [
  [/\b(section|equipe|pole)/, 'section'],
  [/\b(antenne|delegation|branch|chapter|chapitre)/, 'branch'],
  [/\b(commission|committee|comite|cercle|bureau)/, 'committee'],
  [/\b(promotion|promo|class|classe)\b/, 'class'],
  [/^(instance|body)\b/, 'body'],
  [/^(labels|group membership|categories)$/, 'other'],
  [/^(autre groupe|other group)\b/, 'other'],
]

/** The kind of groups a column holds, after its name; houses when it does not say. */
export function groupKindOfHeader(header: string): GroupKind {
  const folded = fold(header)
  return groupKindsByWord.find(([pattern]) => pattern.test(folded))?.[1] ?? 'house'
}
