/** Words of closed lists in the cells of a list: what an address is, what help is about. Read back in either language. */
import { fold } from '../kit/text.ts'
import type { addressKinds, ContactInput, supportSubjects } from '../people/people.requests.ts'

type Language = 'fr' | 'en'
type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

export const addressKindWords: Words<(typeof addressKinds)[number]> = {
  fr: {
    home: 'domicile',
    work: 'travail',
    second: 'résidence secondaire',
    parents: 'chez les parents',
    temporary: 'provisoire',
    other: 'autre',
  },
  en: {
    home: 'home',
    work: 'work',
    second: 'second home',
    parents: 'at the parents’',
    temporary: 'temporary',
    other: 'other',
  },
}

export const supportWayWords: Words<ContactInput['supports'][number]['way']> = {
  fr: { offers: 'propose', asks: 'demande' },
  en: { offers: 'offers', asks: 'asks' },
}

export const supportSubjectWords: Words<(typeof supportSubjects)[number]> = {
  fr: {
    rereading: 'relecture',
    career: 'conseil de carrière',
    hosting: 'hébergement',
    languages: 'langues',
    other: 'autre',
  },
  en: {
    rereading: 'proofreading',
    career: 'career advice',
    hosting: 'hosting',
    languages: 'languages',
    other: 'other',
  },
}

/** The key a word of a cell stands for, in either language; undefined when it is none. */
export const keyOfWord = <Key extends string>(words: Words<Key>, word: string): Key | undefined =>
  (['fr', 'en'] as const)
    .flatMap((language) => Object.entries<string>(words[language]))
    .find(([, known]) => fold(known) === fold(word))?.[0] as Key | undefined
