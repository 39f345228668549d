/**
 * A process of its own that opens a register and says each step on standard output, so that tests can kill it anywhere.
 * Usage: node register-process.ts ACTION FOLDER [NUMBER]
 */
import { writeSync } from 'node:fs'
import { setImmediate as giveBack } from 'node:timers/promises'
import { Refusal, refusalCodes } from '../../src/core/kit/refusal.ts'
import { openRegister, type Register } from '../../src/core/register/register.ts'

/** Written straight to the pipe: a kill must not lose a line that was said. */
const say = (words: string): void => {
  writeSync(1, `${words}\n`)
}

const addContact = (register: Register, name: string): number =>
  Number(register.prepare("INSERT INTO contact (kind, last_name) VALUES ('person', ?)").run(name).lastInsertRowid)

const open = (folder: string): Register =>
  openRegister(folder, { door: 'test', by: `process ${process.pid}`, today: () => '2026-03-01' })

/** E-mails of each contact: an act long enough for a kill to fall inside it. */
const emails = 40

/** Writes without end; `each` is handed what writes one contact and answers its id. */
async function writing(register: Register, each: (add: (boast?: boolean) => number) => void): Promise<void> {
  say('held')
  for (let n = 0; ; n += 1) {
    each((boast = false) =>
      register.order('people.create', '', () => {
        const contact = addContact(register, `Durand ${n}`)
        if (boast) say(String(contact))
        const email = register.prepare('INSERT INTO email (contact_id, position, address) VALUES (?, ?, ?)')
        for (let position = 0; position < emails; position += 1) email.run(contact, position, `${n}@amis.example`)
        return contact
      }),
    )
    await giveBack()
  }
}

const [action = '', folder = '', number = '0'] = process.argv.slice(2)

/** How many there are; while no page can be written back, SQLite does not even read what an act left half done. */
function counted(register: Register): string {
  try {
    return String(register.prepare('SELECT count(*) FROM contact').pluck().get())
  } catch {
    return 'unknown'
  }
}

const actions: Readonly<Record<string, () => Promise<void>>> = {
  /** Holds the folder until it is killed or told to end. */
  hold: async () => {
    const register = open(folder)
    say('held')
    await new Promise<void>((resolve) => {
      process.stdin.once('data', () => resolve())
      process.stdin.once('end', () => resolve())
    })
    register.close()
  },
  /** Opens, which migrates a register of a former version. */
  migrate: async () => {
    say('starting')
    open(folder).close()
    say('opened')
  },
  /** Writes one contact with an e-mail per act, and says each id once it is saved. */
  write: async () => writing(open(folder), (add) => say(String(add()))),
  /** The control of `write`: says the id before it is saved. */
  writeAndBoast: async () => writing(open(folder), (add) => void add(true)),
  /** Writes many contacts in one act cut in slices. */
  bring: async () => {
    const register = open(folder)
    say('held')
    const total = Number(number)
    await register.orderInSlices(
      'exchange.import',
      'list',
      function* () {
        for (let done = 1; done <= total; done += 1) {
          addContact(register, `Martin ${done}`)
          yield { done, total }
        }
      },
      { signal: new AbortController().signal, progress: (_phase, done) => say(`${done}`) },
      'importing',
    )
    say('brought')
    register.close()
  },
  /** The control of `bring`: as many acts as contacts, which a kill must cut in two. */
  bringOneByOne: async () => {
    const register = open(folder)
    say('held')
    for (let done = 1; done <= Number(number); done += 1) {
      register.order('people.create', '', () => addContact(register, `Martin ${done}`))
      if (done % 20 === 0) say(`${done}`)
    }
    say('brought')
    register.close()
  },
  /** Fills the disk with notes until something is refused. */
  fill: async () => {
    const register = open(folder)
    say('held')
    try {
      for (;;) {
        const id = register.order('people.create', '', () =>
          Number(
            register.prepare("INSERT INTO contact (kind, notes) VALUES ('person', ?)").run('n'.repeat(2000))
              .lastInsertRowid,
          ),
        )
        say(String(id))
      }
    } catch (error) {
      say(`refused ${error instanceof Refusal ? error.code : String(error)} ${counted(register)}`)
    }
    register.close()
  },
}

try {
  await actions[action]?.()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  say(`refused ${error.code} ${JSON.stringify(error.values)}`)
  process.exitCode = refusalCodes[error.code]
}
