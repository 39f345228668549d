/** Names of the fields and lists of a sheet, in words. */
import type { PlainKey } from '../i18n/words.tsx'

const keys: Readonly<Record<string, PlainKey>> = {
  ...{ civility: 'field.civility', title: 'field.title', firstName: 'field.firstName', otherNames: 'field.otherNames' },
  ...{ particle: 'field.particle', lastName: 'field.lastName', birthName: 'field.birthName' },
  ...{ studiedName: 'field.studiedName', nobility: 'field.nobility', suffix: 'field.suffix', pronoun: 'field.pronoun' },
  ...{ born: 'field.born', birthPlace: 'field.birthPlace', died: 'field.died', name: 'field.organisationName' },
  ...{ acronym: 'field.acronym', memberNumber: 'field.memberNumber', status: 'field.status' },
  ...{ category: 'field.category', joined: 'field.joined', profession: 'field.profession', notes: 'field.notes' },
  ...{ originalName: 'field.originalName', sortOverride: 'field.sortOverride', languages: 'field.languages' },
  ...{ left: 'field.left', confirmed: 'field.confirmed', emails: 'field.email', phones: 'field.phone' },
  ...{ addresses: 'field.address', extras: 'field.extra', groups: 'field.groups', honours: 'field.honours' },
  ...{ aliases: 'field.aliases', tags: 'field.tags', stays: 'field.stays', mandates: 'field.mandates' },
  ...{ supports: 'field.supports', representatives: 'field.representatives', photo: 'duplicates.photo' },
  ...{ household: 'duplicates.household', street: 'field.street', postcode: 'field.postcode', city: 'field.city' },
  ...{ country: 'field.country', region: 'field.region', complement: 'field.complement', until: 'field.until' },
  ...{ number: 'field.phone', address: 'field.email' },
}

/** The words for a field, `extras.Chambre` being named by the association itself; `addresses.0.city` by its last part. */
export function fieldWords(field: string): { readonly key: PlainKey } | { readonly name: string } {
  if (field.startsWith('extras.')) return { name: field.slice('extras.'.length) }
  const key = keys[field] ?? keys[field.split('.').at(-1) ?? '']
  return key === undefined ? { name: field } : { key }
}
