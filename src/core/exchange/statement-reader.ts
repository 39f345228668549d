/** Reads a staged statement for the dues' room, on the thread that reads every file from outside. */
import type { StatementFile } from '../dues/statement-reading.rules.ts'
import type { WorkDesk } from '../kit/request.ts'
import { readFile } from './reading/reader.ts'
import type { Staging } from './staging.ts'

export const statementReader =
  (staging: Staging) =>
  async (id: string, desk: WorkDesk): Promise<StatementFile> => {
    const { statement } = await readFile({ task: 'statement', file: staging.file(id), reading: {} }, desk)
    if (statement === undefined) throw new Error('The reader said nothing of a statement')
    return statement
  }
