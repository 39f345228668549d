/** The programs whose lists are known by their headings. The names are their own, the same in every language. */
export const programNames = {
  paheko: 'Paheko',
  galette: 'Galette',
  dolibarr: 'Dolibarr',
  helloAsso: 'HelloAsso',
  assoConnect: 'AssoConnect',
  google: 'Google Contacts',
  outlook: 'Outlook',
  thunderbird: 'Thunderbird',
  icloud: 'iCloud',
  tendenci: 'Tendenci',
  jverein: 'JVerein',
  wildApricot: 'Wild Apricot',
  rna: 'RNA',
} as const satisfies Record<string, string>

export type ProgramKey = keyof typeof programNames
export const programKeys = Object.keys(programNames) as [ProgramKey, ...ProgramKey[]]

/** The program somebody means by a word of a command: `helloasso`, `Wild Apricot`; undefined when none is called so. */
export const programCalled = (word: string): ProgramKey | undefined => {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
  return programKeys.find((key) => plain(key) === plain(word) || plain(programNames[key]) === plain(word))
}
