/** Streets as they are compared. */
import { fold } from '../../kit/text.ts'

/** Streets shortened in as many ways as there are hands: `av.`, `bd`, `r.` lead to one form. */
const streetWords: Readonly<Record<string, string>> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  boul: 'boulevard',
  bvd: 'boulevard',
  r: 'rue',
  pl: 'place',
  all: 'allee',
  allees: 'allee',
  ch: 'chemin',
  chem: 'chemin',
  imp: 'impasse',
  rte: 'route',
  sq: 'square',
  fbg: 'faubourg',
  fg: 'faubourg',
  st: 'saint',
  ste: 'sainte',
  str: 'strasse',
  rd: 'road',
}

/** A street in one folded piece, its usual abbreviations written out. */
export const streetKey = (street: string): string =>
  fold(street)
    .split(' ')
    .map((word) => streetWords[word] ?? word.replace(/strasse$/, 'str'))
    .filter((word) => !['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd'].includes(word))
    .join('')
