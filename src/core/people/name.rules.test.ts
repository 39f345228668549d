import { describe, expect, it } from 'vitest'
import {
  displayName,
  envelopeName,
  filed,
  forename,
  headword,
  leadingParticle,
  letterOf,
  matchName,
  type Named,
  otherNames,
  sortKey,
  spokenName,
} from './name.rules.ts'
import { particleParts } from './particle.rules.ts'

const person = (firstName: string, particle: string, lastName: string, more: Partial<Named> = {}): Named => ({
  kind: 'person',
  firstName,
  particle,
  lastName,
  ...more,
})

/** Bytes, as SQLite compares them. */
const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other))

describe('filing (AFNOR NF Z 44-001)', () => {
  it.each([
    // French: de, d’ rejected; articles and contracted articles kept
    ['Jean', 'de La', 'Fontaine', 'La Fontaine Jean (de)', 'lafontaine jean'],
    ['Charles', 'de', 'Gaulle', 'Gaulle Charles (de)', 'gaulle charles'],
    ['Jean', 'd’', 'Alembert', 'Alembert Jean (d’)', 'alembert jean'],
    ['Jean', "d'", 'Alembert', 'Alembert Jean (d’)', 'alembert jean'],
    ['Joachim', 'Du', 'Bellay', 'Du Bellay Joachim', 'dubellay joachim'],
    ['Bonaventure', 'des', 'Périers', 'des Périers Bonaventure', 'desperiers bonaventure'],
    ['Yann', 'Le', 'Gall', 'Le Gall Yann', 'legall yann'],
    ['Tristan', 'L’', 'Hermitte', 'L’Hermitte Tristan', 'lhermitte tristan'],
    ['Charles', 'DE', 'GAULLE', 'GAULLE Charles (de)', 'gaulle charles'],
    // German: von, zu rejected with their articles; contracted ones kept
    ['Ursula', 'von der', 'Leyen', 'Leyen Ursula (von der)', 'leyen ursula'],
    ['Karl', 'von und zu', 'Guttenberg', 'Guttenberg Karl (von und zu)', 'guttenberg karl'],
    ['Johann', 'zum', 'Felde', 'zum Felde Johann', 'zumfelde johann'],
    ['Karl', 'vom', 'Stein', 'vom Stein Karl', 'vomstein karl'],
    // Dutch and Belgian: kept
    ['Jan', 'van den', 'Berg', 'van den Berg Jan', 'vandenberg jan'],
    ['Vincent', 'van', 'Gogh', 'van Gogh Vincent', 'vangogh vincent'],
    ['Pieter', 'De', 'Smet', 'De Smet Pieter', 'desmet pieter'],
    ['Joost', 'ten', 'Cate', 'ten Cate Joost', 'tencate joost'],
    // Italian: kept
    ['Lorenzo', 'Da', 'Ponte', 'Da Ponte Lorenzo', 'daponte lorenzo'],
    ['Luca', 'della', 'Robbia', 'della Robbia Luca', 'dellarobbia luca'],
    ['Gabriele', 'D’', 'Annunzio', 'D’Annunzio Gabriele', 'dannunzio gabriele'],
    // Spanish and Portuguese: rejected
    ['José', 'de los', 'Ríos', 'Ríos José (de los)', 'rios jose'],
    ['Miguel', 'del', 'Castillo', 'Castillo Miguel (del)', 'castillo miguel'],
    ['Maria', 'dos', 'Santos', 'Santos Maria (dos)', 'santos maria'],
    ['Vasco', 'da', 'Gama', 'Gama Vasco (da)', 'gama vasco'],
    // Scandinavian: rejected
    ['Carl', 'af', 'Ekenstam', 'Ekenstam Carl (af)', 'ekenstam carl'],
    // Arabic and African: kept
    ['Nadia', 'El', 'Khoury', 'El Khoury Nadia', 'elkhoury nadia'],
    ['Ahmed', 'Ben', 'Ali', 'Ben Ali Ahmed', 'benali ahmed'],
    ['Kylian', '', 'M’Bala', 'M’Bala Kylian', 'mbala kylian'],
    // Scottish and Irish
    ['Ronald', '', 'McDonald', 'McDonald Ronald', 'macdonald ronald'],
    ['RONALD', '', 'MCDONALD', 'MCDONALD RONALD', 'macdonald ronald'],
    ['Rob', '', 'M’Gregor', 'M’Gregor Rob', 'macgregor rob'],
    ['Conan', '', 'O’Brien', 'O’Brien Conan', 'obrien conan'],
    // saints
    ['Antoine', 'de', 'St-Exupéry', 'St-Exupéry Antoine (de)', 'saintexupery antoine'],
    ['Charles', '', 'Ste Beuve', 'Ste Beuve Charles', 'saintebeuve charles'],
    ['Karl', '', 'Stein', 'Stein Karl', 'stein karl'],
    // letters of elsewhere
    ['Thị', '', 'Đặng', 'Đặng Thị', 'dang thi'],
    ['Lech', '', 'Łódzki', 'Łódzki Lech', 'lodzki lech'],
    ['Анна', '', 'Чехова', 'Чехова Анна', 'chekhova anna'],
    ['太郎', '', '山田', '山田 太郎', '~山田 太郎'],
    ['Bob', '', '3M', '3M Bob', '~3m bob'],
    ['Madonna', '', '', 'Madonna', 'madonna'],
    ['', '', 'Voltaire', 'Voltaire', 'voltaire'],
    ['', '', '', '', '~'],
  ])('%s %s %s is shown %s and filed %s', (first, particle, last, shown, key) => {
    const named = person(first, particle, last)
    expect(displayName(named)).toBe(shown)
    expect(sortKey(named)).toBe(key)
  })

  it('orders a list by bytes as the norm asks', () => {
    const expected = [
      person('', '', 'Bacri'),
      person('', '', 'Barbey d’Aurevilly'),
      person('Amel', '', 'Benali'),
      person('Zoé', 'Ben', 'Ali'),
      person('', '', 'Benoît'),
      person('', 'von', 'Bismarck'),
      person('Rose', '', 'Du Bois'),
      person('Yves', '', 'Dubois'),
      person('Albert', '', 'Dupont'),
      person('Jean', '', 'Dupont'),
      person('Jean', '', 'Dupont', { joined: '1998' }),
      person('Jeanne', '', 'Dupont'),
      person('Jean-Pierre', '', 'Dupont'),
      person('Jean Pierre', '', 'Dupont', { otherNames: 'Marie' }),
      person('', '', 'Dupont-Aignan'),
      person('', 'de', 'Gaulle'),
      person('', '', 'Le Blanc'),
      person('', '', 'Leblond'),
      person('', '', 'Le Breton'),
      person('', '', 'Lebrun'),
      person('', '', 'Lehmann'),
      person('Anne', '', 'Lhermite'),
      person('Luc', '', 'L’Hermite'),
      person('Ann', '', 'MacDonald'),
      person('Bob', '', 'McDonald'),
      person('', '', 'Machin'),
      person('', '', 'Oeuf'),
      person('', '', 'Œuvrard'),
      person('', '', 'Saint-Exupéry'),
      person('', '', 'St Martin'),
      person('', '', 'Zola'),
      person('', '', '3M'),
      person('', '', '山田'),
    ]
    const shuffled = [...expected].reverse()
    const sorted = shuffled.sort((one, other) => byBytes(sortKey(one), sortKey(other)))
    expect(sorted.map((named) => displayName(named))).toEqual(expected.map((named) => displayName(named)))
  })

  it('files under the letter of the key, and what no Latin letter heads together at the end', () => {
    const named = ['Œuvrard', 'Élie', 'de Gaulle', 'Ømer', '3M', '山田', 'Ωνάσης'].map((name) =>
      letterOf(sortKey(person('', '', name))),
    )
    expect(named).toEqual(['O', 'E', 'D', 'O', '#', '#', 'O'])
  })

  it('follows the manual override, with a forename after a comma', () => {
    expect(sortKey(person('Jean', 'de La', 'Fontaine', { sortOverride: 'Fontaine' }))).toBe('fontaine jean')
    expect(sortKey(person('Jean', '', 'X', { sortOverride: 'St-Pierre, Zoé' }))).toBe('saintpierre zoe')
    expect(sortKey({ kind: 'organisation', name: 'Association des Amis', sortOverride: 'Amis' })).toBe('amis')
    expect(sortKey(person('Jean', '', 'Valjean', { sortOverride: ' … ' }))).toBe('valjean jean')
  })

  it('has two other profiles: as shown, and every particle rejected', () => {
    expect(sortKey(person('Jean', 'de La', 'Fontaine'), 'asShown')).toBe('delafontaine jean')
    expect(displayName(person('Joachim', 'Du', 'Bellay'), 'allRejected')).toBe('Bellay Joachim (Du)')
    expect(particleParts('von der', 'asShown')).toEqual({ kept: 'von der', rejected: '' })
  })

  it('files an organisation under its name, else its acronym', () => {
    expect(displayName({ kind: 'organisation', name: 'Fondation d’Alembert' })).toBe('Fondation d’Alembert')
    expect(sortKey({ kind: 'organisation', name: 'Fondation d’Alembert' })).toBe('fondationdalembert')
    expect(displayName({ kind: 'organisation', name: '', acronym: 'UNESCO' })).toBe('UNESCO')
  })

  it('leads from the names at birth and of studies', () => {
    const others = otherNames(person('Marie', '', 'Curie', { birthName: 'de Gaulle', studiedName: 'CURIE' }))
    expect(others).toEqual([{ headword: 'Gaulle', forename: 'Marie', sortKey: 'gaulle marie' }])
  })

  it('leads from the aliases that are printed, with the forename unless they are whole', () => {
    const alias = (kind: string, name: string, printed = true) => ({ kind, name, printed })
    const aliases = [
      ...[
        alias('former', 'Durand'),
        alias('pen', 'Colette'),
        alias('spelling', 'Marie Kuri'),
        alias('former', 'x', false),
      ],
    ]
    expect(otherNames({ ...person('Marie', '', 'Curie'), aliases }).map((one) => [one.headword, one.forename])).toEqual(
      [
        ['Durand', 'Marie'],
        ['Colette', ''],
        ['Marie Kuri', ''],
      ],
    )
    const organisation = { kind: 'organisation', name: 'Fondation X', acronym: 'FX' } as const
    expect(otherNames({ ...organisation, aliases: [alias('former', 'Œuvre X')] })).toEqual([
      { headword: 'FX', forename: '', sortKey: 'fx' },
      { headword: 'Œuvre X', forename: '', sortKey: 'oeuvrex' },
    ])
  })

  it('leaves a long or hostile name alone', () => {
    const named = person('x'.repeat(100), 'de', `${'Łø’-'.repeat(300)}`)
    expect(sortKey(named)).toMatch(/^lo(lo)* x+$/)
    expect(filed('’')).toBe('')
  })
})

describe('names in words', () => {
  it('parts headword and forename for the directory', () => {
    const named = person('Martin', 'de La', 'Tour', { suffix: 'Jr' })
    expect([headword(named), forename(named)]).toEqual(['La Tour', 'Martin Jr (de)'])
  })

  it('addresses an envelope', () => {
    expect(envelopeName(person('Jean', 'd’', 'Ormesson', { civility: 'M.', title: 'Pr' }))).toBe(
      'M. Pr Jean d’Ormesson',
    )
    expect(envelopeName(person('Marie', '', 'Curie', { civility: 'Mme' }))).toBe('Mme Marie Curie')
  })

  it('compares names as lists write them', () => {
    const one = matchName(person('Jean Pierre', '', 'DUPONT-MARTIN'))
    expect(matchName(person('jean-pierre', '', 'Dupont Martin'))).toBe(one)
    expect(matchName(person('Jean', 'de', 'Gaulle'))).toBe(matchName(person('JEAN', '', 'DE GAULLE')))
    expect(matchName(person('Jean', '', 'Gaulle'))).not.toBe(matchName(person('Jean', 'de', 'Gaulle')))
  })

  it.each([
    ['de Gaulle', 'de', 'Gaulle'],
    ['d’Alembert', 'd’', 'Alembert'],
    ['de l’Isle', 'de l’', 'Isle'],
    ['von der Leyen', 'von der', 'Leyen'],
    ['Dupont', '', 'Dupont'],
    ['Du Bellay', '', 'Du Bellay'],
    ['de', '', 'de'],
    ['delarue', '', 'delarue'],
  ])('takes the small particle off %s', (name, particle, lastName) => {
    expect(leadingParticle(name)).toEqual({ particle, lastName })
  })
})

it('a name is shown with the curved apostrophe, and nothing between it and the name', () => {
  const named: Named = { kind: 'person', firstName: 'Jean', particle: "d'", lastName: 'Aubigné' }
  expect([displayName(named), spokenName(named), envelopeName(named)]).toEqual([
    ...['Aubigné Jean (d’)', 'Jean d’Aubigné', 'Jean d’Aubigné'],
  ])
  expect(displayName({ kind: 'organisation', name: "Les Amis d'Annecy" })).toBe('Les Amis d’Annecy')
})
