import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Progress } from '../../../core/kit/request.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { fetchPaper, saveFile } from '../ui/fetch-paper.ts'
import { useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'

/** The lines an import leaves out, as a file to mend and bring in again. */
export type LeftOutFile = { readonly name: string; readonly rows: number; readonly file: Blob }

/** Makes the file; the import forgets what it is made from. */
export async function leftOutFile(preview: string, { signal }: { readonly signal: AbortSignal }) {
  async function* steps(): AsyncGenerator<Progress, LeftOutFile, void> {
    const paper = yield* await client.exchange.leftOut({ preview }, { signal })
    const file = yield* fetchPaper(paper, signal)
    return { name: paper.name, rows: paper.rows, file }
  }
  return steps()
}

export function LeftOutButton({
  preview,
  refused,
  left,
}: {
  readonly preview: string
  /** Lines that do not fit, and lines somebody chose to leave. */
  readonly refused: number
  readonly left: number
}) {
  const { t } = useWords()
  const note = useTroubleNote()
  const { running, run } = useWork(leftOutFile)
  const save = async () => {
    try {
      const { name, file } = await run(preview)
      saveFile(name, file)
      notifications.show({ message: t('directory.saved', { name }) })
    } catch (thrown) {
      note(thrown)
    }
  }
  return (
    <Button variant="default" loading={running !== undefined} onClick={() => void save()}>
      {t(left === 0 ? 'import.saveRefused' : 'import.saveThese', { count: refused + left })}
    </Button>
  )
}
