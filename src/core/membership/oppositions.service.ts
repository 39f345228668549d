/** The oppositions as a list on paper, to have beside the proof of an edition. */
import { consentFieldWords, consentSourceWords } from '../exchange/everything/code-words.ts'
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { letterheadStore } from '../letters/letterhead.store.ts'
import { rollJob } from '../letters/roll.job.ts'
import type { consentsRequests, Opposition } from '../people/consents/consents.requests.ts'
import { consentsAnswers } from '../people/consents/consents.service.ts'
import { dayInWords } from '../people/day.rules.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { erasureAnswers } from './erasure.service.ts'

const words = {
  fr: {
    title: (since: string) => (since === '' ? 'Oppositions à paraître' : `Oppositions à paraître depuis le ${since}`),
    lead: 'Qui refuse de paraître, en tout ou en partie. À relire avant chaque édition.',
    columns: ['Nom', 'Où', 'Quoi', 'Quand'],
    media: { paper: 'annuaire imprimé', pdf: 'PDF des membres', web: 'site web' },
    whole: 'ne paraît pas',
    partly: (fields: string) => `sans : ${fields}`,
    file: 'Oppositions',
  },
  en: {
    title: (since: string) => (since === '' ? 'Objections to being published' : `Objections since ${since}`),
    lead: 'Who objects to being published, wholly or in part. To be read before each edition.',
    columns: ['Name', 'Where', 'What', 'When'],
    media: { paper: 'printed directory', pdf: 'members’ PDF', web: 'website' },
    whole: 'not published',
    partly: (fields: string) => `without: ${fields}`,
    file: 'Objections',
  },
} as const

/** All that is asked about consents; here the one that makes a paper, beside the erasing. Refuses `nothingToPrint` when nobody objected since. */
export function consentsOnPaperAnswers(register: Register, papers: Papers): Answers<typeof consentsRequests> {
  const answers = consentsAnswers(register)
  const letterhead = letterheadStore(register)
  return {
    ...answers,
    ...erasureAnswers(register),
    printOppositions: async ({ since, medium }, desk) => {
      const { oppositions } = await answers.oppositions({ since, medium })
      if (oppositions.length === 0) throw new Refusal('nothingToPrint')
      const { language } = readAssociation(register)
      const said = words[language]
      const row = ({ displayName, medium: where, whole, fields, day, source }: Opposition) => [
        displayName,
        said.media[where],
        whole ? said.whole : said.partly(fields.map((field) => consentFieldWords[field][language]).join(', ')),
        `${dayInWords(day, language)}, ${consentSourceWords[source][language]}`,
      ]
      const shares = [0.27, 0.17, 0.27, 0.29]
      const { bytes, report } = await papers.make(
        rollJob,
        {
          ...letterhead.head(register.today()),
          title: said.title(since === '' ? '' : dayInWords(since, language)),
          lead: said.lead,
          columns: said.columns.map((header, at) => ({ header, share: shares[at] ?? 0.29 })),
          rows: oppositions.length,
          foot: '',
        },
        [oppositions.map(row)],
        desk,
      )
      const name = fileName([said.file, register.today()], 'pdf')
      return { ...papers.keep(name, 'application/pdf', bytes), rows: oppositions.length, pages: report.pages }
    },
  }
}
