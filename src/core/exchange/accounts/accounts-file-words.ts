/** Words of the accounts as files, in the language of the association; a journal has the columns the law names. */
export const accountsFileWords = {
  fr: {
    files: { lines: 'Règlements', months: 'Recettes par mois', journal: 'Journal' },
    source: 'Origine',
    total: 'Total',
    before: 'Un an plus tôt',
    lines: [
      ...['Reçu le', 'Crédité le', 'Payeur', 'Pour', 'Origine', 'Exercice', 'Objet', 'Montant', 'Mode', 'Référence'],
      ...['Remise', 'Contrepasse le n°', 'N°'],
    ],
    kinds: {
      ...{ due: 'Cotisations', gift: 'Dons', grant: 'Subventions', training: 'Formations', event: 'Événements' },
      ...{ sale: 'Ventes', service: 'Services', unassigned: 'À affecter' },
    },
    modes: {
      ...{ cheque: 'Chèque', cash: 'Espèces', transfer: 'Virement', directDebit: 'Prélèvement', card: 'Carte' },
      ...{ helloAsso: 'HelloAsso', other: 'Autre' },
    },
  },
  en: {
    files: { lines: 'Payments', months: 'Receipts by month', journal: 'Journal' },
    source: 'Source',
    total: 'Total',
    before: 'A year earlier',
    lines: [
      ...['Received on', 'Credited on', 'Payer', 'For', 'Source', 'Year', 'Object', 'Amount', 'Way', 'Reference'],
      ...['Deposit', 'Reverses No.', 'No.'],
    ],
    kinds: {
      ...{ due: 'Dues', gift: 'Gifts', grant: 'Grants', training: 'Training', event: 'Events' },
      ...{ sale: 'Sales', service: 'Services', unassigned: 'To assign' },
    },
    modes: {
      ...{ cheque: 'Cheque', cash: 'Cash', transfer: 'Transfer', directDebit: 'Direct debit', card: 'Card' },
      ...{ helloAsso: 'HelloAsso', other: 'Other' },
    },
  },
} as const
