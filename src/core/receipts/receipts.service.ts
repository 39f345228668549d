/** The answers about receipts. A number is given in the act that issues; the file is kept as it was made. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { inParts } from '../dues/standing.store.ts'
import { fileName } from '../kit/file-name.ts'
import { asCents, sumOf } from '../kit/money.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers, WorkDesk } from '../kit/request.ts'
import { letterheadStore } from '../letters/letterhead.store.ts'
import { addressLines, addressOn } from '../people/address.rules.ts'
import { wordsFor } from '../people/households/envelopes.rules.ts'
import { foldedName } from '../people/people.rules.ts'
import { peopleStore } from '../people/people.store.ts'
import { postalLines } from '../people/postal.rules.ts'
import { keepDocument, readDocument } from '../register/documents.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { receiptWords } from './receipt-words.ts'
import { type ReceiptFacts, receiptsJob } from './receipts.job.ts'
import type { ReceiptPart, receiptsRequests } from './receipts.requests.ts'
import { fiscalDay, isIssuerNumber, type ReceiptForm, receiptNumber } from './receipts.rules.ts'
import { type PaidLine, receiptsStore } from './receipts.store.ts'

type Asked = {
  readonly form: 'plain' | 'tax'
  readonly year: number
  readonly consolidated: boolean
  readonly contacts?: readonly number[] | undefined
}
/** A receipt to be: whose, of which form, for what. */
type Draft = {
  readonly donor: number
  readonly form: ReceiptForm
  readonly lines: readonly (PaidLine & { readonly on: string })[]
}

/** Receipts written in one step of the act, and contacts read at a time. */
const atOnce = 40
/** How often numbers are given anew when others were issued meanwhile. */
const tries = 3
/** Names of a look. */
const shown = 100

const kindWords = {
  fr: {
    ...{ due: 'Cotisation', gift: 'Don', grant: 'Subvention', training: 'Formation', event: 'Événement' },
    ...{ sale: 'Vente', service: 'Service', unassigned: 'Versement' },
  },
  en: {
    ...{ due: 'Membership due', gift: 'Gift', grant: 'Grant', training: 'Training', event: 'Event' },
    ...{ sale: 'Sale', service: 'Service', unassigned: 'Payment' },
  },
} as const

export function receiptsAnswers(register: Register, papers: Papers): Answers<typeof receiptsRequests> {
  const store = receiptsStore(register)
  const people = peopleStore(register)
  const letterhead = letterheadStore(register)

  /** What would be issued: lines whose day that counts falls in the year, by donor; `waiting`: credited on no known day. */
  const drafts = async ({ form, year, consolidated, contacts }: Asked, desk: WorkDesk) => {
    const wanted = contacts === undefined ? undefined : new Set(contacts)
    const eligible = new Set(
      store.funds().flatMap(({ kind, label, eligible: may }) => (may === 'no' ? [] : [`${kind} ${foldedName(label)}`])),
    )
    const counts = ({ kind, label }: PaidLine): boolean =>
      form === 'plain' || eligible.has(`${kind} ${kind === 'due' ? '' : foldedName(label)}`)
    let waiting = 0
    const found: (PaidLine & { readonly on: string })[] = []
    await inParts(register, store.lastPayment(), (after, to) => {
      if (desk.signal.aborted) throw new Refusal('cancelled')
      for (const line of store.paid(after, to, String(year))) {
        if (line.donor === null || (wanted !== undefined && !wanted.has(line.donor))) continue
        if (!counts(line) || (form === 'plain' ? line.attested : line.taxed) === 1) continue
        // An attestation says what was paid and when; only what is deducted waits for the day that counts for taxes.
        const on = form === 'plain' ? line.receivedOn : fiscalDay(line)
        if (on === '') waiting++
        else if (on.startsWith(`${year}-`)) found.push({ ...line, on })
      }
    })
    const kinds = new Map<number, 'person' | 'organisation'>()
    const donors = [...new Set(found.map(({ donor }) => donor))]
    for (let from = 0; from < donors.length; from += atOnce) {
      await register.whenFree()
      for (const { id, kind } of people.readMany(donors.slice(from, from + atOnce))) kinds.set(id, kind)
    }
    const made: Draft[] = []
    for (const [donor, lines] of Map.groupBy(found, (line) => line.donor)) {
      const kind = kinds.get(donor)
      if (kind === undefined) continue
      const own: ReceiptForm = form === 'plain' ? 'plain' : kind === 'organisation' ? 'company' : 'individual'
      // A company has a receipt for each gift: one donor, one date (rules-fr.md 1.3, 15).
      if (consolidated && own !== 'company') made.push({ donor, form: own, lines })
      else
        for (const some of Map.groupBy(lines, ({ payment }) => payment).values())
          made.push({ donor, form: own, lines: some })
    }
    return { made, waiting }
  }

  const partOf = (line: Draft['lines'][number], donor: number): ReceiptPart => {
    const { language } = readAssociation(register)
    const said = kindWords[language][line.kind]
    return {
      ...{ payment: line.payment, line: line.line, fiscalOn: line.on, kind: line.kind, mode: line.mode },
      what: line.kind === 'due' ? `${said} ${line.yearName}` : line.label === '' ? said : `${said}, ${line.label}`,
      whom: line.contact !== null && line.contact !== donor ? line.contactName : '',
      cents: asCents(line.cents),
    }
  }

  /** All that receipts say, numbered from the next of each form on. */
  const factsOf = async (
    made: readonly Draft[],
    asked: Asked,
  ): Promise<readonly (ReceiptFacts & { readonly sequence: number })[]> => {
    const { language, country } = readAssociation(register)
    const day = register.today()
    const known = store.issuer()
    const { place, signatory, quality } = letterhead.read()
    // Who signs letters signs receipts, unless somebody else was said to.
    const issuer = known.signatory === '' && known.quality === '' ? { ...known, signatory, quality } : known
    const numberedIn = Number(day.slice(0, 4))
    const nexts = new Map<ReceiptForm, number>()
    const all: (ReceiptFacts & { readonly sequence: number })[] = []
    for (let from = 0; from < made.length; from += atOnce) {
      await register.whenFree()
      const some = made.slice(from, from + atOnce)
      const known = new Map(people.readMany(some.map(({ donor }) => donor)).map((contact) => [contact.id, contact]))
      for (const { donor, form, lines } of some) {
        const contact = known.get(donor)
        if (contact === undefined) continue
        const sequence = nexts.get(form) ?? store.next(form, numberedIn)
        nexts.set(form, sequence + 1)
        const words = wordsFor([contact], undefined, language).lines
        const address = addressOn(contact.addresses, day, 'mail') ?? addressOn(contact.addresses, day, 'shown')
        const paper = { language, home: country }
        const parts = lines.map((line) => partOf(line, donor))
        all.push({
          ...{
            form,
            number: receiptNumber(form, numberedIn, sequence),
            language,
            issuedOn: day,
            place,
            year: asked.year,
          },
          ...{ issuer, parts, cents: sumOf(parts.map(({ cents }) => cents)), sequence },
          donor: {
            name: words.join(' ') || contact.displayName,
            address: address === undefined ? [] : addressLines(address, { language, home: '' }),
            envelope: address === undefined ? words : postalLines(words, address, paper).lines,
          },
        })
      }
    }
    return all
  }

  const make = async (facts: readonly ReceiptFacts[], duplicate: boolean, desk: WorkDesk) => {
    const { language } = readAssociation(register)
    function* batches(): Generator<readonly ReceiptFacts[]> {
      for (let from = 0; from < facts.length; from += atOnce) yield facts.slice(from, from + atOnce)
    }
    const head = {
      ...letterhead.head(register.today()),
      receipts: facts.length,
      duplicate,
      title: receiptWords[language].file,
    }
    const { bytes, report } = await papers.make(receiptsJob, head, batches(), desk)
    let at = 0
    return report.sizes.map((size) => {
      at += size
      return bytes.slice(at - size, at)
    })
  }

  const found = (id: number) => {
    const receipt = store.read(id)
    if (receipt === undefined) throw new Refusal('notFound', { id }, 'id')
    return receipt
  }
  const refuseIncomplete = (form: Asked['form']): void => {
    const issuer = store.issuer()
    const needed = form === 'plain' ? (['name'] as const) : (['name', 'number', 'street', 'city', 'purpose'] as const)
    for (const field of needed)
      if (issuer[field] === '') throw new Refusal('invalidInput', { reason: 'issuerIncomplete' }, `issuer.${field}`)
  }

  return {
    settings: () => ({ issuer: store.issuer(), funds: store.funds() }),
    setIssuer: (input) => {
      if (input.number !== '' && !isIssuerNumber(input.number))
        throw new Refusal('invalidInput', { reason: 'notAnIssuerNumber' }, 'number')
      store.writeIssuer({ ...input, number: input.number.replace(/\s/g, '').toUpperCase() })
      return store.issuer()
    },
    setFund: (fund) => {
      if (fund.eligible === 'ruling' && (fund.rulingOn === '' || fund.rulingReference === ''))
        throw new Refusal(
          'invalidInput',
          { reason: 'rulingMissing' },
          fund.rulingOn === '' ? 'rulingOn' : 'rulingReference',
        )
      register.subject(fund.label)
      const kept = fund.eligible === 'ruling' ? fund : { ...fund, rulingOn: '', rulingReference: '' }
      store.writeFund(kept)
      return kept
    },

    look: async (asked, desk) => {
      const { made, waiting } = await drafts(asked, desk)
      const names = people.readMany([...new Set(made.slice(0, shown).map(({ donor }) => donor))])
      return {
        receipts: made.length,
        cents: sumOf(made.flatMap(({ lines }) => lines.map(({ cents }) => cents))),
        waiting,
        names: names.map(({ displayName }) => displayName),
      }
    },

    issue: async (asked, desk) => {
      await register.whenFree()
      refuseIncomplete(asked.form)
      const { made, waiting } = await drafts(asked, desk)
      if (made.length === 0) throw new Refusal('nothingToPrint')
      const numberedIn = Number(register.today().slice(0, 4))
      for (let attempt = 1; ; attempt++) {
        const facts = await factsOf(made, asked)
        const files = await make(facts, false, desk)
        const all = files.pop()
        const hashes: string[] = []
        for (const file of files) {
          hashes.push(keepDocument(register.folder, file))
          await giveBack()
        }
        // The first number of each form must still be the next one: nobody else issued while the pages were made.
        const firsts = new Map(facts.toReversed().map(({ form, sequence }) => [form, sequence]))
        const meanwhile = (): boolean => [...firsts].some(([form, first]) => store.next(form, numberedIn) !== first)
        if (meanwhile()) {
          if (attempt === tries) throw new Refusal('changedMeanwhile', {})
          continue
        }
        const ids: number[] = []
        function* steps(): Generator<{ done: number; total: number }, void> {
          if (meanwhile()) throw new Refusal('changedMeanwhile', {})
          for (const [at, { sequence, ...one }] of facts.entries()) {
            ids.push(store.insert(one, numberedIn, sequence, made[at]?.donor ?? 0, hashes[at] ?? ''))
            if (at % atOnce === atOnce - 1) yield { done: at + 1, total: facts.length }
          }
        }
        const subject = facts.length === 1 ? (facts[0]?.number ?? '') : `${facts[0]?.number} – ${facts.at(-1)?.number}`
        await register.orderInSlices('receipts.issue', subject, steps, desk, 'working')
        const { language } = readAssociation(register)
        const name = fileName([receiptWords[language].file, String(asked.year)], 'pdf')
        return {
          issued: facts.length,
          cents: sumOf(facts.map(({ cents }) => cents)),
          ...(all === undefined ? {} : { post: papers.keep(name, 'application/pdf', all) }),
          receipts: facts.map(({ number, donor }, at) => ({ id: ids[at] ?? 0, number, name: donor.name })),
          waiting,
        }
      }
    },

    list: ({ year, offset, limit }) => store.page(year, offset, limit),
    ofContact: ({ contact }) => ({ receipts: store.ofContact(contact) }),
    original: ({ id }) => {
      const { sha256, number } = found(id)
      const bytes = readDocument(register.folder, sha256)
      if (bytes === undefined) throw new Refusal('paperMissing')
      return papers.keep(fileName([number], 'pdf'), 'application/pdf', new Uint8Array(bytes))
    },
    duplicate: async ({ id }, desk) => {
      await register.whenFree()
      const { facts, number } = found(id)
      const [file] = await make([facts], true, desk)
      if (file === undefined) throw new Refusal('nothingToPrint')
      const { language } = readAssociation(register)
      return papers.keep(fileName([number, receiptWords[language].duplicate], 'pdf'), 'application/pdf', file)
    },
    cancel: ({ id, reason }) => {
      const { cancelledOn, number } = found(id)
      if (cancelledOn !== '') throw new Refusal('invalidInput', { reason: 'alreadyCancelled' }, 'id')
      register.subject(number)
      store.cancel(id, register.today(), reason)
      return { cancelledOn: register.today() }
    },
    declaration: ({ year }) => {
      const receipts = store.declared(year)
      const standing = receipts.filter(({ cancelledOn }) => cancelledOn === '')
      const of = (form: ReceiptForm) => {
        const those = standing.filter((receipt) => receipt.form === form)
        return { count: those.length, cents: sumOf(those.map(({ cents }) => cents)) }
      }
      return {
        ...{ count: standing.length, cents: sumOf(standing.map(({ cents }) => cents)) },
        ...{
          individuals: of('individual'),
          companies: of('company'),
          cancelled: receipts.length - standing.length,
          takenBack: standing.filter(({ takenBack }) => takenBack).length,
          receipts,
        },
      }
    },
  }
}
