/**
 * The sentences of refusals: what happened, what was kept, what to do next. One per code, in French and in English; they
 * stand by what they are about in `refusal-folder`, `-records`, `-files` and `-papers`.
 */
import type { RefusalCode, RefusalData } from './refusal.ts'
import { fileSentences } from './refusal-files.ts'
import { folderSentences } from './refusal-folder.ts'
import { paperSentences } from './refusal-papers.ts'
import type { SentencesOf, WordsLanguage } from './refusal-phrases.ts'
import { recordSentences } from './refusal-records.ts'

const sentences: SentencesOf<RefusalCode> = {
  ...folderSentences,
  ...recordSentences,
  ...fileSentences,
  ...paperSentences,
}

/** The sentence of a refusal, complete and ready to show; the field it speaks of is left to whoever shows it. */
export function refusalWords(refusal: RefusalData, language: WordsLanguage): string {
  return sentences[refusal.code][language](refusal.values)
}
