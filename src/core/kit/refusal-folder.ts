/** The sentences of refusals about the folder of an association and its disk. */
import type { RefusalValues } from './refusal.ts'
import { folderEn, folderFr, moment, type SentencesOf, text } from './refusal-phrases.ts'

const doors: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  electron: { fr: 'la fenêtre d’Amicale', en: 'the Amicale window' },
  browser: { fr: 'une fenêtre du navigateur', en: 'a browser window' },
  command: { fr: 'une commande du terminal', en: 'a terminal command' },
}

function holderFr({ door, since, host, by }: RefusalValues): string {
  const parts = [doors[text(door)]?.fr, by === undefined ? '' : `(${by})`, host === undefined ? '' : `sur ${host}`]
  const when = moment(since, 'fr')
  const said = [...parts, when === '' ? '' : `depuis le ${when}`].filter(Boolean).join(' ')
  return said === '' ? 'un autre programme' : said
}
function holderEn({ door, since, host, by }: RefusalValues): string {
  const parts = [doors[text(door)]?.en, by === undefined ? '' : `(${by})`, host === undefined ? '' : `on ${host}`]
  const when = moment(since, 'en')
  const said = [...parts, when === '' ? '' : `since ${when}`].filter(Boolean).join(' ')
  return said === '' ? 'another program' : said
}

type Code =
  | 'folderInUse'
  | 'folderDamaged'
  | 'folderFromTheFuture'
  | 'folderForeign'
  | 'folderReadOnly'
  | 'folderUnreadable'
  | 'folderMissing'
  | 'folderNotMade'
  | 'folderExists'
  | 'folderReplaced'
  | 'folderNotOpen'
  | 'diskFull'
  | 'storageUncertain'

export const folderSentences: SentencesOf<Code> = {
  folderInUse: {
    fr: (v) =>
      v.holder === 'anotherProgram'
        ? 'Un autre programme se sert du fichier de l’association. Rien n’a été changé. Fermez-le (sauvegarde, synchronisation, lecteur de bases), puis recommencez.'
        : `Le dossier ${folderFr(v)} est déjà ouvert : ${holderFr(v)}. Rien n’a été changé. Fermez-le là-bas, puis recommencez.`,
    en: (v) =>
      v.holder === 'anotherProgram'
        ? 'Another program is using the association’s file. Nothing was changed. Close it (backup, synchronisation, database viewer), then try again.'
        : `The folder ${folderEn(v)} is already open: ${holderEn(v)}. Nothing was changed. Close it there, then try again.`,
  },
  folderDamaged: {
    fr: (v) =>
      `Le registre du dossier ${folderFr(v)} est abîmé ou incomplet. Rien n’y a été changé. Gardez ce dossier tel quel et repartez de la dernière sauvegarde ; si le dossier est synchronisé, attendez d’abord la fin de la synchronisation.`,
    en: (v) =>
      `The register of the folder ${folderEn(v)} is damaged or incomplete. Nothing in it was changed. Keep this folder as it is and start again from the latest backup; if the folder is synchronised, first let that finish.`,
  },
  folderFromTheFuture: {
    fr: (v) =>
      `Le dossier ${folderFr(v)} a été fait par une version plus récente d’Amicale. Rien n’a été changé. Installez la dernière version, puis ouvrez-le de nouveau.`,
    en: (v) =>
      `The folder ${folderEn(v)} was made by a newer version of Amicale. Nothing was changed. Install the latest version, then open it again.`,
  },
  folderForeign: {
    fr: (v) =>
      `Le dossier ${folderFr(v)} n’est pas celui d’une association tenue par Amicale. Rien n’y a été changé. Choisissez un dossier dont le nom finit par « .amicale ».`,
    en: (v) =>
      `The folder ${folderEn(v)} is not that of an association kept by Amicale. Nothing in it was changed. Choose a folder whose name ends with “.amicale”.`,
  },
  folderReadOnly: {
    fr: (v) =>
      `Le dossier ${folderFr(v)} est protégé en écriture. Rien n’a été changé. Copiez-le sur le disque de l’ordinateur, ou rendez-le modifiable, puis ouvrez-le de nouveau.`,
    en: (v) =>
      `The folder ${folderEn(v)} is write-protected. Nothing was changed. Copy it to the computer’s disk, or make it writable, then open it again.`,
  },
  folderUnreadable: {
    fr: (v) =>
      `Le dossier ${folderFr(v)} ne se laisse pas lire : il est à quelqu’un d’autre, ou dans un endroit fermé. Rien n’a été changé. Demandez-en l’accès, ou copiez-le chez vous, puis ouvrez-le de nouveau.`,
    en: (v) =>
      `The folder ${folderEn(v)} cannot be read: it is somebody else’s, or in a closed place. Nothing was changed. Ask for access, or copy it to a place of yours, then open it again.`,
  },
  folderMissing: {
    fr: (v) =>
      `Le dossier ${folderFr(v)} est introuvable. Rien n’a été créé à sa place. Vérifiez que la clé ou le disque est branché, ou choisissez un autre dossier.`,
    en: (v) =>
      `The folder ${folderEn(v)} cannot be found. Nothing was made in its place. Check that the stick or disk is plugged in, or choose another folder.`,
  },
  folderNotMade: {
    fr: (v) =>
      `Aucun dossier ne peut être créé à l’emplacement ${folderFr(v)} : le nom est trop long, ou l’endroit n’en accepte pas. Rien n’a été créé. Choisissez un autre endroit ou un nom plus court.`,
    en: (v) =>
      `No folder can be made at ${folderEn(v)}: the name is too long, or the place accepts none. Nothing was made. Choose another place or a shorter name.`,
  },
  folderExists: {
    fr: (v) => `Il y a déjà un dossier ${folderFr(v)}. Il est resté tel quel. Ouvrez-le, ou donnez un autre nom.`,
    en: (v) => `There is already a folder ${folderEn(v)}. It was left as it is. Open it, or give another name.`,
  },
  folderReplaced: {
    fr: () =>
      'Le fichier de l’association a été remplacé ou déplacé par un autre programme pendant qu’il était ouvert. Votre dernier changement n’est pas enregistré, les précédents le sont dans l’ancien fichier. Arrêtez la synchronisation, puis rouvrez l’association.',
    en: () =>
      'The association’s file was replaced or moved by another program while it was open. Your last change is not saved; earlier ones are, in the former file. Stop the synchronisation, then open the association again.',
  },
  folderNotOpen: {
    fr: () => 'Aucune association n’est ouverte. Ouvrez-en une, ou créez-la, puis recommencez.',
    en: () => 'No association is open. Open one, or make one, then try again.',
  },
  diskFull: {
    fr: () =>
      'Le disque est plein. Votre dernier changement n’est pas enregistré, tout ce qui l’était avant le reste. Libérez de la place, puis recommencez.',
    en: () =>
      'The disk is full. Your last change is not saved; everything saved before it still is. Make room, then try again.',
  },
  storageUncertain: {
    fr: () =>
      'Le disque a mal répondu : il n’est pas certain que le dernier changement soit enregistré. Fermez l’association, rouvrez-la, et vérifiez ce changement avant de le refaire.',
    en: () =>
      'The disk answered badly: whether the last change is saved is not certain. Close the association, open it again, and look at that change before making it again.',
  },
}
