import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Addressed, addresseeOf, type HouseholdRole } from './addressee.rules.ts'

/** `Mme Dr Marie|de La|Tour` is a civility, a title, a forename, a particle, a surname; `+child` a role. */
function people(text: string): readonly Addressed[] {
  return text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [written = '', role = 'partner'] = one.split('+')
      const [civility = '', title = '', firstName = '', particle = '', lastName = ''] = written.split('|')
      return { kind: 'person', civility, title, firstName, particle, lastName, role: role as HouseholdRole }
    })
}

/** Who, the envelope in French, the letter in French, the envelope in English, the letter in English. A bar breaks a line. */
const cases: readonly (readonly [string, string, string, string, string])[] = [
  // One person (rules-fr.md 5.3, 10; OQLF 22099 and 25070).
  ['M.||Jean||Martin', 'M. Jean Martin', 'Monsieur,', 'Mr Jean Martin', 'Dear Mr Martin,'],
  ['Mme||Marie||Martin', 'Mme Marie Martin', 'Madame,', 'Ms Marie Martin', 'Dear Ms Martin,'],
  ['Mrs||Mary||Martin', 'Mme Mary Martin', 'Madame,', 'Mrs Mary Martin', 'Dear Mrs Martin,'],
  ['Ms||Mary||Martin', 'Mme Mary Martin', 'Madame,', 'Ms Mary Martin', 'Dear Ms Martin,'],
  ['Mr||John||Martin', 'M. John Martin', 'Monsieur,', 'Mr John Martin', 'Dear Mr Martin,'],
  ['Monsieur||Jean||Martin', 'M. Jean Martin', 'Monsieur,', 'Mr Jean Martin', 'Dear Mr Martin,'],
  ['Herr||Hans|von|Adler', 'M. Hans von Adler', 'Monsieur,', 'Mr Hans von Adler', 'Dear Mr von Adler,'],
  // Mlle and Miss only for who is written so.
  ['Mlle||Anne||Martin', 'Mlle Anne Martin', 'Mademoiselle,', 'Miss Anne Martin', 'Dear Miss Martin,'],
  [
    'M.||Jean|de|La Fontaine',
    'M. Jean de La Fontaine',
    'Monsieur,',
    'Mr Jean de La Fontaine',
    'Dear Mr de La Fontaine,',
  ],
  ['Mme||Inès|d’|Ormesson', 'Mme Inès d’Ormesson', 'Madame,', 'Ms Inès d’Ormesson', 'Dear Ms d’Ormesson,'],
  ['M.||||Martin', 'M. Martin', 'Monsieur,', 'Mr Martin', 'Dear Mr Martin,'],
  // Civility unknown: none is made up (OQLF 25070).
  ['||Camille||Martin', 'Camille Martin', 'Madame, Monsieur,', 'Camille Martin', 'Dear Camille Martin,'],
  ['||||Martin', 'Martin', 'Madame, Monsieur,', 'Martin', 'Dear Martin,'],
  ['Mx||Alex||Martin', 'Alex Martin', 'Madame, Monsieur,', 'Mx Alex Martin', 'Dear Mx Martin,'],
  ['S.E.||Jean||Martin', 'S.E. Jean Martin', 'Madame, Monsieur,', 'S.E. Jean Martin', 'Dear S.E. Jean Martin,'],
  // A widow only when she is written so.
  ['Mme veuve||Marie||Martin', 'Mme veuve Marie Martin', 'Madame,', 'Mrs Marie Martin', 'Dear Mrs Martin,'],
  ['Vve||Marie||Martin', 'Mme veuve Marie Martin', 'Madame,', 'Mrs Marie Martin', 'Dear Mrs Martin,'],
  // Titles take the place of the civility (OQLF 25070).
  ['M.|Dr|Jean||Martin', 'Dr Jean Martin', 'Docteur,', 'Dr Jean Martin', 'Dear Dr Martin,'],
  ['Mme|Dr|Marie||Martin', 'Dr Marie Martin', 'Docteur,', 'Dr Marie Martin', 'Dear Dr Martin,'],
  ['Dr||Marie||Martin', 'Dr Marie Martin', 'Docteur,', 'Dr Marie Martin', 'Dear Dr Martin,'],
  [
    'M.|Pr|Jean||Martin',
    'Pr Jean Martin',
    'Monsieur le Professeur,',
    'Professor Jean Martin',
    'Dear Professor Martin,',
  ],
  [
    'Mme|Pr|Marie||Martin',
    'Pr Marie Martin',
    'Madame la Professeure,',
    'Professor Marie Martin',
    'Dear Professor Martin,',
  ],
  ['|Pr|Camille||Martin', 'Pr Camille Martin', 'Professeur,', 'Professor Camille Martin', 'Dear Professor Martin,'],
  ['Mme|Me|Marie||Martin', 'Me Marie Martin', 'Maître,', 'Ms Marie Martin', 'Dear Ms Martin,'],
  ['|Maître|Camille||Martin', 'Me Camille Martin', 'Maître,', 'Camille Martin', 'Dear Camille Martin,'],
  // Clergy (usage of protocol).
  ['|Mgr|Jean||Martin', 'Mgr Jean Martin', 'Monseigneur,', 'Mgr Jean Martin', 'Dear Monsignor Martin,'],
  ['|Père|Jean||Martin', 'Père Jean Martin', 'Mon Père,', 'Father Jean Martin', 'Dear Father Martin,'],
  ['M.|Abbé|Jean||Martin', 'Abbé Jean Martin', 'Monsieur l’abbé,', 'Father Jean Martin', 'Dear Father Martin,'],
  ['|Sœur|Marie||Martin', 'Sœur Marie Martin', 'Ma Sœur,', 'Sister Marie Martin', 'Dear Sister Marie,'],
  ['|Frère|Jean||Martin', 'Frère Jean Martin', 'Mon Frère,', 'Brother Jean Martin', 'Dear Brother Jean,'],
  [
    'M.|Pasteur|Jean||Martin',
    'Pasteur Jean Martin',
    'Monsieur le Pasteur,',
    'Pastor Jean Martin',
    'Dear Pastor Martin,',
  ],
  [
    'Mme|Pasteure|Marie||Martin',
    'Pasteure Marie Martin',
    'Madame la Pasteure,',
    'Pastor Marie Martin',
    'Dear Pastor Martin,',
  ],
  ['M.|Rabbin|Jean||Lévy', 'Rabbin Jean Lévy', 'Monsieur le Rabbin,', 'Rabbi Jean Lévy', 'Dear Rabbi Lévy,'],
  [
    '|Cardinal|Jean||Martin',
    'Cardinal Jean Martin',
    'Monsieur le Cardinal,',
    'Cardinal Jean Martin',
    'Dear Cardinal Martin,',
  ],
  ['M.|Général|Jean||Martin', 'Général Jean Martin', 'Général,', 'General Jean Martin', 'Dear General Martin,'],
  ['|Sir|John||Smith', 'Sir John Smith', 'Monsieur,', 'Sir John Smith', 'Dear Sir John,'],
  // A title we do not know follows the civility.
  ['M.|Bâtonnier|Jean||Martin', 'M. Bâtonnier Jean Martin', 'Monsieur,', 'Mr Bâtonnier Jean Martin', 'Dear Mr Martin,'],
  // A couple of one surname.
  [
    'M.||Jean||Martin;Mme||Marie||Martin',
    'M. et Mme Jean Martin',
    'Madame, Monsieur,',
    'Mr and Mrs Jean Martin',
    'Dear Mr and Mrs Martin,',
  ],
  [
    'Mme||Marie||Martin;M.||Jean||Martin',
    'M. et Mme Jean Martin',
    'Madame, Monsieur,',
    'Mr and Mrs Jean Martin',
    'Dear Mr and Mrs Martin,',
  ],
  [
    'Mme||Marie||MARTIN;M.||Jean||Martin',
    'M. et Mme Jean Martin',
    'Madame, Monsieur,',
    'Mr and Mrs Jean Martin',
    'Dear Mr and Mrs Martin,',
  ],
  [
    'M.||||Martin;Mme||Marie||Martin',
    'M. et Mme Martin',
    'Madame, Monsieur,',
    'Mr and Mrs Martin',
    'Dear Mr and Mrs Martin,',
  ],
  [
    'M.||Jean|de|Foix;Mme||Marie|de|Foix',
    'M. et Mme Jean de Foix',
    'Madame, Monsieur,',
    'Mr and Mrs Jean de Foix',
    'Dear Mr and Mrs de Foix,',
  ],
  [
    'M.|Dr|Jean||Martin;Mme||Marie||Martin',
    'Dr et Mme Jean Martin',
    'Madame, Docteur,',
    'Dr and Mrs Jean Martin',
    'Dear Dr and Mrs Martin,',
  ],
  [
    'M.|Pr|Jean||Martin;Mme||Marie||Martin',
    'Pr et Mme Jean Martin',
    'Madame, Monsieur le Professeur,',
    'Professor and Mrs Jean Martin',
    'Dear Professor and Mrs Martin,',
  ],
  [
    'M.|Me|Jean||Martin;Mme||Marie||Martin',
    'Me et Mme Jean Martin',
    'Madame, Maître,',
    'Mr and Mrs Jean Martin',
    'Dear Mr and Mrs Martin,',
  ],
  // Her own title, or Mlle: both are named, she first.
  [
    'M.||Jean||Martin;Mme|Dr|Marie||Martin',
    'Dr Marie Martin et M. Jean Martin',
    'Docteur, Monsieur,',
    'Dr Marie Martin and Mr Jean Martin',
    'Dear Dr Martin and Mr Martin,',
  ],
  [
    'M.||Jean||Martin;Mlle||Anne||Martin',
    'Mlle Anne Martin et M. Jean Martin',
    'Mademoiselle, Monsieur,',
    'Miss Anne Martin and Mr Jean Martin',
    'Dear Miss Martin and Mr Martin,',
  ],
  [
    'M.|Dr|Jean||Martin;Mme|Dr|Marie||Martin',
    'Drs Marie et Jean Martin',
    'Docteurs,',
    'Drs Marie and Jean Martin',
    'Dear Drs Martin,',
  ],
  [
    'M.|Me|Jean||Martin;Mme|Me|Marie||Martin',
    'Mes Marie et Jean Martin',
    'Maîtres,',
    'Mr and Mrs Jean Martin',
    'Dear Mr and Mrs Martin,',
  ],
  [
    'M.|Dr|Jean||Martin;Mme|Pr|Marie||Martin',
    'Pr Marie Martin et Dr Jean Martin',
    'Madame la Professeure, Docteur,',
    'Professor Marie Martin|and Dr Jean Martin',
    'Dear Professor Martin and Dr Martin,',
  ],
  // Two surnames: both are named, she first.
  [
    'M.||Jean||Martin;Mme||Anne||Durand',
    'Mme Anne Durand et M. Jean Martin',
    'Madame, Monsieur,',
    'Ms Anne Durand and Mr Jean Martin',
    'Dear Ms Durand and Mr Martin,',
  ],
  [
    'Mme||Anne||Durand;M.||Jean||Martin',
    'Mme Anne Durand et M. Jean Martin',
    'Madame, Monsieur,',
    'Ms Anne Durand and Mr Jean Martin',
    'Dear Ms Durand and Mr Martin,',
  ],
  [
    'M.||Jean||Martin;Mme||Anne||Durand-Martin',
    'Mme Anne Durand-Martin|et M. Jean Martin',
    'Madame, Monsieur,',
    'Ms Anne Durand-Martin|and Mr Jean Martin',
    'Dear Ms Durand-Martin and Mr Martin,',
  ],
  [
    'M.||Jean-Baptiste|de La|Rochefoucauld;Mme||Marie-Christine||Durand',
    'Mme Marie-Christine Durand|et M. Jean-Baptiste de La Rochefoucauld',
    'Madame, Monsieur,',
    'Ms Marie-Christine Durand|and Mr Jean-Baptiste de La Rochefoucauld',
    'Dear Ms Durand and Mr de La Rochefoucauld,',
  ],
  // Two men, two women.
  [
    'M.||Jean||Martin;M.||Paul||Martin',
    'MM. Jean et Paul Martin',
    'Messieurs,',
    'Mr Jean Martin and Mr Paul Martin',
    'Dear Mr Martin and Mr Martin,',
  ],
  [
    'Mme||Anne||Martin;Mme||Zoé||Martin',
    'Mmes Anne et Zoé Martin',
    'Mesdames,',
    'Ms Anne Martin and Ms Zoé Martin',
    'Dear Ms Martin and Ms Martin,',
  ],
  [
    'M.||Jean||Martin;M.||Paul||Durand',
    'M. Jean Martin et M. Paul Durand',
    'Messieurs,',
    'Mr Jean Martin and Mr Paul Durand',
    'Dear Mr Martin and Mr Durand,',
  ],
  [
    'Mme||Anne||Martin;Mme||Zoé||Durand',
    'Mme Anne Martin et Mme Zoé Durand',
    'Mesdames,',
    'Ms Anne Martin and Ms Zoé Durand',
    'Dear Ms Martin and Ms Durand,',
  ],
  [
    'Mlle||Anne||Martin;Mlle||Zoé||Martin',
    'Mlles Anne et Zoé Martin',
    'Mesdemoiselles,',
    'Miss Anne Martin and Miss Zoé Martin',
    'Dear Miss Martin and Miss Martin,',
  ],
  // Nothing known of one of them, or of both.
  [
    '||Camille||Martin;||Dominique||Martin',
    'Camille et Dominique Martin',
    'Madame, Monsieur,',
    'Camille and Dominique Martin',
    'Dear Camille and Dominique Martin,',
  ],
  [
    '||Camille||Martin;||Dominique||Durand',
    'Camille Martin et Dominique Durand',
    'Madame, Monsieur,',
    'Camille Martin and Dominique Durand',
    'Dear Camille Martin and Dominique Durand,',
  ],
  [
    'Mme||Anne||Martin;||Camille||Martin',
    'Mme Anne Martin et Camille Martin',
    'Madame, Monsieur,',
    'Ms Anne Martin and Camille Martin',
    'Dear Ms Martin and Camille Martin,',
  ],
  // Families: two names at most, children never by name beside an adult (hitobito_pbs #80).
  [
    'M.||Jean||Martin;Mme||Marie||Martin;||Léo||Martin+child',
    'M. et Mme Jean Martin et famille',
    'Madame, Monsieur,',
    'Mr and Mrs Jean Martin and family',
    'Dear Mr and Mrs Martin,',
  ],
  [
    '||Léo||Martin+child;M.||Jean||Martin;Mme||Marie||Martin',
    'M. et Mme Jean Martin et famille',
    'Madame, Monsieur,',
    'Mr and Mrs Jean Martin and family',
    'Dear Mr and Mrs Martin,',
  ],
  [
    'M.||Jean||Martin;Mme||Anne||Durand;||Léo||Durand+child;||Zoé||Martin+child;||Max||Durand+child',
    'Mme Anne Durand, M. Jean Martin|et famille',
    'Madame, Monsieur,',
    'Ms Anne Durand, Mr Jean Martin|and family',
    'Dear Ms Durand and Mr Martin,',
  ],
  [
    'Mme||Anne||Durand;||Léo||Martin+child',
    'Mme Anne Durand et famille',
    'Madame,',
    'Ms Anne Durand and family',
    'Dear Ms Durand,',
  ],
  [
    'M.||Jean||Martin;M.||Paul||Martin;||Léo||Martin+child',
    'MM. Jean et Paul Martin et famille',
    'Messieurs,',
    'Mr Jean Martin, Mr Paul Martin|and family',
    'Dear Mr Martin and Mr Martin,',
  ],
  [
    'Mme||Anne||Durand;Mme||Jeanne||Durand+other',
    'Mmes Anne et Jeanne Durand',
    'Mesdames,',
    'Ms Anne Durand and Ms Jeanne Durand',
    'Dear Ms Durand and Ms Durand,',
  ],
  [
    'M.||Jean||Martin;Mme||Jeanne||Martin+other',
    'M. Jean Martin et Mme Jeanne Martin',
    'Monsieur, Madame,',
    'Mr Jean Martin and Ms Jeanne Martin',
    'Dear Mr Martin and Ms Martin,',
  ],
  [
    'M.||Jean||Martin+other;M.||Paul||Durand+other;M.||Luc||Petit+other',
    'M. Jean Martin, M. Paul Durand|et famille',
    'Messieurs,',
    'Mr Jean Martin, Mr Paul Durand|and family',
    'Dear Mr Martin and Mr Durand,',
  ],
  [
    'Mme||Jeanne||Martin+other;M.||Jean||Martin;Mme||Marie||Martin',
    'M. et Mme Jean Martin et famille',
    'Madame, Monsieur,',
    'Mr and Mrs Jean Martin and family',
    'Dear Mr and Mrs Martin,',
  ],
  ['||Léo||Martin+child', 'Léo Martin', 'Bonjour Léo,', 'Léo Martin', 'Dear Léo,'],
  [
    '||Léo||Martin+child;||Zoé||Martin+child',
    'Léo et Zoé Martin',
    'Bonjour Léo et Zoé,',
    'Léo and Zoé Martin',
    'Dear Léo and Zoé,',
  ],
  [
    '||Léo||Martin+child;||Zoé||Durand+child;||Max||Martin+child',
    'Léo Martin, Zoé Durand et famille',
    'Bonjour Léo et Zoé,',
    'Léo Martin, Zoé Durand and family',
    'Dear Léo and Zoé,',
  ],
  ['', '', 'Madame, Monsieur,', '', 'Dear all,'],
]

describe('the words on an envelope', () => {
  it.each(cases)('%s', (who, french, frenchLetter, english, englishLetter) => {
    const { lines, salutation } = addresseeOf(people(who), 'fr')
    const inEnglish = addresseeOf(people(who), 'en')
    expect([lines.join('|'), salutation, inEnglish.lines.join('|'), inEnglish.salutation]).toEqual([
      ...[french, frenchLetter, english, englishLetter],
    ])
  })

  it('has a table worth the name', () => {
    expect(cases.length).toBeGreaterThan(70)
  })

  it('names one or two people, whoever is there, on lines that fit where names do', () => {
    const one = fc.record({
      civility: fc.constantFrom('M.', 'Mme', 'Mlle', '', 'Mme veuve', 'constructor'),
      title: fc.constantFrom('', 'Dr', 'Pr', 'Me', 'Père', 'toString'),
      firstName: fc.constantFrom('Jean', 'Marie', ''),
      lastName: fc.constantFrom('Martin', 'Durand'),
      role: fc.constantFrom<HouseholdRole>('partner', 'child', 'other'),
    })
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 5 }),
        fc.constantFrom('fr' as const, 'en' as const),
        (several, language) => {
          const { lines, salutation } = addresseeOf(
            several.map((person) => ({ kind: 'person', ...person })),
            language,
          )
          expect(lines.length > 0).toBe(several.length > 0)
          expect(lines.every((line) => line.length <= 38)).toBe(true)
          expect(lines.join(' ')).not.toMatch(/undefined|\{|\s\s|function/)
          expect(salutation).toMatch(/^\S.*\S,$/)
          expect(salutation).not.toMatch(/undefined|\{|\s\s|function/)
        },
      ),
      { numRuns: 500 },
    )
  })
})
