/** The words of a verification form, in the two languages of the papers. French typography is the setter's to finish. */
import type { PublicationMedium, PublishedField } from '../consents/consents.rules.ts'
import { dayInWords } from '../day.rules.ts'

export type FormLanguage = 'fr' | 'en'

type FormWords = {
  readonly title: string
  readonly reference: string
  readonly lead: (answer: { readonly by: string }) => string
  readonly known: string
  readonly publish: string
  readonly media: Readonly<Record<PublicationMedium, string>>
  readonly fields: Readonly<Record<PublishedField, string>>
  readonly hasPhoto: string
  readonly noPhoto: string
  readonly born: (name: string) => string
  readonly remarks: string
  readonly keptLead: string
  readonly kept: Readonly<Record<KeptMatter, string>>
  readonly keep: string
  readonly unchanged: string
  readonly signature: string
  readonly backTo: (day: string) => string
  readonly backToNobody: (day: string) => string
  readonly rightsTitle: string
  readonly rights: (association: string) => string
  readonly page: (page: number, pages: number) => string
  readonly day: (day: string) => string
}

/** `avant le 15 avril 2027`, `avant avril 2027`, `avant 2027`. */
const before = (day: string): string => `avant ${day.length > 'yyyy-mm'.length ? 'le ' : ''}${dayInWords(day, 'fr')}`

/** What is kept of a person and printed nowhere. */
export const keptMatters = [
  'memberNumber',
  'birth',
  'otherAddresses',
  'languages',
  'honours',
  'stays',
  'mandates',
  'supports',
  'extras',
  'tags',
  'notes',
] as const
export type KeptMatter = (typeof keptMatters)[number]

export const formWords: Readonly<Record<FormLanguage, FormWords>> = {
  fr: {
    title: 'Vos informations dans notre registre',
    reference: 'Référence',
    lead: ({ by }) =>
      `Voici ce que nous savons de vous. Relisez, corrigez sur la ligne ce qui n’est plus exact, et cochez ce qui peut paraître, et où. Une case cochée d’avance dit ce qui paraît aujourd’hui : barrez-la pour que cela ne paraisse plus. Merci de nous rendre cette feuille${by === '' ? '' : ` ${before(by)}`}, même si rien n’a changé.`,
    known: 'Ce que nous savons',
    publish: 'Peut paraître',
    media: { paper: 'Annuaire', pdf: 'PDF', web: 'Site' },
    fields: {
      name: 'Nom',
      groups: 'Groupes',
      profession: 'Profession',
      address: 'Adresse',
      city: 'Ville, pays',
      phone: 'Téléphone',
      mobile: 'Mobile',
      email: 'Courriel',
      household: 'Foyer',
      birth: 'Naissance',
      photo: 'Photo',
    },
    hasPhoto: 'une photo est gardée',
    noPhoto: 'aucune photo n’est gardée',
    born: (name) => `à la naissance ${name}`,
    remarks: 'Ce qui manque ici : une autre adresse, un autre courriel, des nouvelles…',
    keptLead: 'Gardé aussi, et publié nulle part :',
    kept: {
      memberNumber: 'numéro de membre et situation',
      birth: 'naissance',
      otherAddresses: 'autres adresses',
      languages: 'langues de correspondance',
      honours: 'décorations',
      stays: 'séjours',
      mandates: 'mandats',
      supports: 'entraide offerte ou demandée',
      extras: 'rubriques de l’association',
      tags: 'étiquettes du secrétariat',
      notes: 'notes du secrétariat, que vous pouvez demander à lire',
    },
    keep: 'Si je quitte l’association, elle peut garder mes coordonnées pour me donner de ses nouvelles.',
    unchanged: 'Tout est exact, rien à changer.',
    signature: 'Date et signature',
    backTo: (day) => (day === '' ? 'À rendre à' : `À rendre ${before(day)} à`),
    backToNobody: (day) => (day === '' ? 'À rendre au secrétariat.' : `À rendre ${before(day)}.`),
    rightsTitle: 'Vos droits',
    rights: (association) =>
      `${association} est responsable de ces informations, qui servent à tenir le registre de ses membres, à leur écrire et à composer leur annuaire. Elles ne vont qu’aux membres et aux personnes chargées du secrétariat ; l’annuaire peut parvenir à des membres hors de l’Union européenne. Répondre est facultatif. Ce qui paraît sans autre réponse de votre part repose sur l’intérêt légitime de l’association, et vous pouvez vous y opposer ; la naissance, la photo et le site demandent votre accord, que vous pouvez retirer. À tout moment vous pouvez demander à voir ces informations, à les recevoir, à les faire corriger ou effacer, ou à en limiter l’usage : nous répondons en un mois. Après un départ, les coordonnées ne sont pas gardées sans votre accord. Réclamation : CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr.`,
    page: (page, pages) => `page ${page} sur ${pages}`,
    day: (day) => dayInWords(day, 'fr'),
  },
  en: {
    title: 'What our register says of you',
    reference: 'Reference',
    lead: ({ by }) =>
      `This is what we know of you. Please read it, correct on the line what is no longer right, and tick what may appear, and where. A box ticked beforehand shows what appears today: cross it out and it will appear no more. Please send this sheet back${by === '' ? '' : ` before ${dayInWords(by, 'en')}`}, even if nothing has changed.`,
    known: 'What we know',
    publish: 'May appear',
    media: { paper: 'Directory', pdf: 'PDF', web: 'Website' },
    fields: {
      name: 'Name',
      groups: 'Groups',
      profession: 'Profession',
      address: 'Address',
      city: 'City, country',
      phone: 'Telephone',
      mobile: 'Mobile',
      email: 'E-mail',
      household: 'Household',
      birth: 'Birth',
      photo: 'Photo',
    },
    hasPhoto: 'a photo is kept',
    noPhoto: 'no photo is kept',
    born: (name) => `at birth ${name}`,
    remarks: 'What is missing here: another address, another e-mail, your news…',
    keptLead: 'Also kept, and published nowhere:',
    kept: {
      memberNumber: 'member number and status',
      birth: 'birth',
      otherAddresses: 'other addresses',
      languages: 'languages to write in',
      honours: 'honours',
      stays: 'stays',
      mandates: 'mandates',
      supports: 'help offered or asked',
      extras: 'the association’s own fields',
      tags: 'the office’s labels',
      notes: 'notes of the office, which you may ask to read',
    },
    keep: 'If I leave the association, it may keep my details to send me its news.',
    unchanged: 'All is right, nothing to change.',
    signature: 'Date and signature',
    backTo: (day) => (day === '' ? 'Please send back to' : `Please send back before ${dayInWords(day, 'en')} to`),
    backToNobody: (day) =>
      day === '' ? 'Please send back to the office.' : `Please send back before ${dayInWords(day, 'en')}.`,
    rightsTitle: 'Your rights',
    rights: (association) =>
      `${association} is responsible for this information, which serves to keep the register of its members, to write to them and to make their directory. It goes to members and to those who run the office alone; the directory may reach members outside the European Union. You need not answer. What appears without another answer from you rests on the association’s legitimate interest, and you may object; birth, photo and website need your agreement, which you may withdraw. At any time you may ask to see this information, to receive it, to have it corrected or erased, or its use restricted: we answer within a month. After somebody leaves, details are not kept without agreement. Complaints: CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, France, www.cnil.fr.`,
    page: (page, pages) => `page ${page} of ${pages}`,
    day: (day) => dayInWords(day, 'en'),
  },
}
