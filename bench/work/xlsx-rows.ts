/** The same 100,000 rows for whoever writes them, made one by one so that no writer is charged for keeping them. */

const towns = ['Lyon', 'Bourg-en-Bresse', 'Genève', 'Saint-Étienne', 'Paris', 'Bruxelles', 'Montréal', 'Nantes']
const kinds = { birth: 'day', entry: 'number' } as const

export const benchColumns = Array.from({ length: 25 }, (_, at) => ({
  header: `Colonne ${at + 1}`,
  kind: at === 5 ? kinds.birth : at === 6 ? kinds.entry : ('text' as const),
}))

/** One row of a list of members: names and ways to reach them of their own, words that come again, a day, a year, gaps. */
export function benchRow(at: number): readonly string[] {
  const town = towns[at % towns.length] as string
  const two = (value: number) => String(value).padStart(2, '0')
  return [
    String(at + 1).padStart(6, '0'),
    at % 7 === 0 ? 'organisation' : 'personne',
    `Prénom${at % 900}`,
    `Nom-${(at * 7919) % 40_000}`,
    '',
    `19${two(10 + (at % 90))}-${two(1 + (at % 12))}-${two(1 + (at % 28))}`,
    String(1950 + (at % 70)),
    `membre${at}@exemple.org`,
    at % 3 === 0 ? 'domicile' : '',
    `+33 6 ${two(at % 100)} ${two((at >> 3) % 100)} ${two((at >> 5) % 100)} 12`,
    '',
    `${at % 300} rue de l’Église & d’en face`,
    `0${1000 + (at % 9000)}`,
    town,
    'France',
    at % 5 === 0 ? `Maison de ${town}` : '',
    `Section ${at % 12}`,
    '',
    'membre',
    at % 11 === 0 ? '=SOMME(A1:A3)' : 'bienfaiteur',
    `Profession ${at % 400}`,
    '',
    at % 4 === 0 ? `Une note de la fiche ${at},\nsur deux lignes` : '',
    'fr',
    `Cotisation ${at % 60},00`,
  ]
}
