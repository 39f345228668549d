/** The French words of the record. */
export const recordFr = {
  'field.name': 'Nom',
  'field.group': 'Maison',
  'field.city': 'Ville',
  'field.email': 'Courriel',
  'field.phone': 'Téléphone',
} as const
