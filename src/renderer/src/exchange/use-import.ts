/** The steps of an import: send and look, choose what columns become, see what would change, do it. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { z } from 'zod'
import type {
  ColumnTarget,
  FileChoices,
  Imported,
  ImportWay,
  LineChoice,
  Look,
  Preview,
  PreviewLine,
  reading as readingShape,
} from '../../../core/exchange/exchange.requests.ts'
import type { Progress } from '../../../core/kit/request.ts'
import { ask, client } from '../client.ts'
import type { Trouble } from '../ui/refusals.ts'
import { troubleOf } from '../ui/refusals.ts'
import { useWork } from '../ui/use-work.ts'
import { type LeftOutFile, leftOutFile } from './LeftOutButton.tsx'
import { sendFile } from './send-file.ts'

export type ReadingChoice = z.input<typeof readingShape>

type ImportStep =
  | { readonly step: 'choose' }
  | { readonly step: 'columns' | 'preview'; readonly look: Look }
  | {
      readonly step: 'done'
      readonly imported: Imported
      readonly leftOut?: LeftOutFile | undefined
    }

type Opening = { readonly file: File; readonly staging?: string; readonly reading: ReadingChoice }
type Opened = { readonly staging: string; readonly look: Look }

async function open(opening: Opening, { signal }: { readonly signal: AbortSignal }) {
  async function* steps(): AsyncGenerator<Progress, Opened, void> {
    const staging = opening.staging ?? (yield* sendFile(opening.file, signal))
    const look: Look = yield* await client.exchange.look({ staging, reading: opening.reading }, { signal })
    return { staging, look }
  }
  return steps()
}

const usualChoices: FileChoices = { couples: true, photos: true, way: 'update', fields: [] }

export type ImportAssistant = ReturnType<typeof useImport>

export function useImport() {
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [staging, setStaging] = useState<string>()
  const [reading, setReading] = useState<ReadingChoice>({})
  const [mapping, setMapping] = useState<readonly ColumnTarget[]>([])
  const [choices, setChoices] = useState<FileChoices>(usualChoices)
  const [preview, setPreview] = useState<Preview>()
  const [at, setAt] = useState<ImportStep>({ step: 'choose' })
  const [trouble, setTrouble] = useState<Trouble>()
  const [ofCards, setOfCards] = useState(false)
  const opening = useWork(open)
  const comparing = useWork(client.exchange.preview)
  const importing = useWork(client.exchange.import)
  const leaving = useWork(leftOutFile)

  /** Runs a step; what goes wrong stands where the step was asked for. */
  const attempt = useCallback(async (step: () => Promise<void>) => {
    setTrouble(undefined)
    try {
      await step()
    } catch (thrown) {
      const seen = troubleOf(thrown)
      if (seen.kind !== 'cancelled') setTrouble(seen)
    }
  }, [])

  const look = (chosen: File, choice: ReadingChoice, staged: string | undefined) =>
    attempt(async () => {
      const opened = await opening.run({
        file: chosen,
        reading: choice,
        ...(staged === undefined ? {} : { staging: staged }),
      })
      setStaging(opened.staging)
      setMapping(opened.look.columns.map(({ target }) => target))
      setChoices(opened.look.remembered ?? usualChoices)
      setOfCards(opened.look.cards !== undefined)
      setAt({ step: 'columns', look: opened.look })
    })

  return {
    at,
    file,
    reading,
    mapping,
    choices,
    preview,
    /** Whether the file gives whole contacts, and no columns. */
    ofCards,
    trouble,
    running: opening.running ?? comparing.running ?? leaving.running ?? importing.running,
    cancel: () => {
      opening.cancel()
      comparing.cancel()
      leaving.cancel()
      importing.cancel()
    },
    choose: (chosen: File) => {
      setFile(chosen)
      setStaging(undefined)
      setReading({})
      return look(chosen, {}, undefined)
    },
    readAgain: (choice: ReadingChoice) => {
      if (!file) return Promise.resolve()
      setReading(choice)
      return look(file, choice, staging)
    },
    map: (column: number, target: ColumnTarget) =>
      setMapping((now) => now.map((was, index) => (index === column ? target : was))),
    /** Says what importing would do; `changed` is chosen anew for the whole file. */
    compare: (changed: Partial<FileChoices> = {}) =>
      attempt(async () => {
        if (staging === undefined || at.step === 'choose' || at.step === 'done') return
        const chosen = { ...choices, ...changed }
        const next = await comparing.run({ staging, reading, mapping: [...mapping], choices: chosen })
        setChoices(chosen)
        setPreview(next)
        setAt({ step: 'preview', look: at.look })
      }),
    /** Chooses what is done with the records that exist; the lines shown ask again. */
    weigh: (way: ImportWay, fields: FileChoices['fields']) =>
      attempt(async () => {
        if (preview === undefined) return
        const answer = await client.exchange.weigh({ preview: preview.preview, way, fields })
        setChoices({ ...choices, way, fields })
        setPreview({ preview: preview.preview, ...answer })
        await queries.invalidateQueries({ queryKey: ask.exchange.previewLines.key() })
      }),
    /** Chooses for one line; the lines shown ask again. */
    decide: (line: PreviewLine, choice: LineChoice, record?: number) =>
      attempt(async () => {
        if (preview === undefined) return
        const answer = await client.exchange.decide({
          preview: preview.preview,
          line: line.line,
          part: line.part ?? 1,
          choice,
          ...(record === undefined ? {} : { record }),
        })
        setPreview({ preview: preview.preview, ...answer })
        await queries.invalidateQueries({ queryKey: ask.exchange.previewLines.key() })
      }),
    backToColumns: () => {
      setTrouble(undefined)
      if (at.step === 'preview') setAt({ step: 'columns', look: at.look })
    },
    doIt: (options: { readonly leaveRefused: boolean; readonly evenIfSweeping: boolean }) =>
      attempt(async () => {
        if (preview === undefined) return
        const { counts, left } = preview
        const leftOut = counts.refused + left > 0 && !ofCards ? await leaving.run(preview.preview) : undefined
        const imported = await importing.run({ preview: preview.preview, ...options })
        setAt({ step: 'done', imported, leftOut })
        // The step says what was done, with the way back.
        await queries.invalidateQueries()
      }),
    restart: () => {
      setTrouble(undefined)
      setFile(undefined)
      if (staging !== undefined) void client.exchange.discard({ staging }).catch(() => {})
      setStaging(undefined)
      setAt({ step: 'choose' })
    },
  }
}
