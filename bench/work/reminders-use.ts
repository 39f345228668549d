/** Opens the association of dues-make.ts and reminds those who owe: reminders-use.ts FOLDER LETTERS. Leaves it as it was. */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { finish, type Progress } from '../../src/core/kit/request.ts'
import { openOffice } from '../../src/core/office.ts'
import { sayFigures } from './figures.ts'
import { openProbe } from './probe.ts'

const [folder = '.', letters = '2000'] = process.argv.slice(2)
const office = openOffice(join(folder, 'register.amicale'), {
  ...{ door: 'test', by: 'bench', today: () => '2026-03-01' },
  resources: join(import.meta.dirname, '../../resources'),
})
const { client } = office
const figures: Record<string, number> = {}
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Time by the clock, processor time of all threads, longest hold of the office; the time of each phase as well. */
async function measured<A>(name: string, act: (progress: (step: Progress) => void) => Promise<A>): Promise<A> {
  await pause(50)
  const probe = openProbe()
  const [began, beganCpu] = [performance.now(), cpu()]
  let [phase, since] = ['', began]
  const turn = (next: string): void => {
    const now = performance.now()
    if (phase !== '') figures[`${name} ${phase}`] = (figures[`${name} ${phase}`] ?? 0) + now - since
    ;[phase, since] = [next, now]
  }
  const answer = await act((step) => {
    if (step.phase !== phase) turn(step.phase)
  })
  turn('')
  figures[name] = performance.now() - began
  figures[`${name} processor`] = cpu() - beganCpu
  const { hold, computing } = probe.close()
  figures[`${name} hold`] = hold
  figures[`${name} computing`] = computing
  return answer
}

const { years } = await client.dues.years({})
const year = years[0]?.id ?? 0
await client.letters.setLetterhead({
  ...{ address: '12 rue de la Paix\n75002 Paris', iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP' },
  ...{ signatory: 'Claire Martin', quality: 'La trésorière', place: 'Paris', window: 'any' },
  ...{ reach: '', legal: 'Association loi de 1901', email: 'bureau@exemple.org' },
})
const standing = await measured('due', () => client.reminders.due({ year, shown: 1000 }))
figures.owing = standing.rungs[0]?.due ?? 0
const contacts = (await client.dues.year({ year, states: ['partly'], limit: 500 })).lines.map(({ id }) => id)
for (let offset = 500; contacts.length < Number(letters) * 1.3; offset += 500) {
  const { lines } = await client.dues.year({ year, states: ['partly'], limit: 500, offset })
  if (lines.length === 0) break
  contacts.push(...lines.map(({ id }) => id))
}
const way = { year, rung: 'call', by: 'post', otherwise: true, byHousehold: false, evenIfMissing: true } as const
await finish(await client.reminders.write({ ...way, contacts: contacts.slice(0, 20), proof: true }))
const made = await measured('reminders', async (progress) =>
  finish(await client.reminders.write({ ...way, contacts: contacts }), progress),
)
figures.letters = made.report.post
figures.pages = made.report.pages
const { acts } = await client.history.list({})
const act = acts.find(({ name }) => name === 'reminders.write')
await measured('undo', async () => client.history.undo({ act: act?.id ?? 0 }))
await office.close()
sayFigures(figures)
