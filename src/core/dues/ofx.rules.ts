/**
 * Bank statements as OFX: 1.x, whose SGML leaves tags open, and 2.x, which is XML. One reading does for both, tag after tag:
 * a value ends where the next tag begins. No declaration is followed, no entity is known but the five of XML and numbers.
 */
import {
  accountShown,
  type FoundLine,
  isDayThere,
  mostLines,
  type StatementFile,
  signedCents,
} from './statement-reading.rules.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const plain = (text: string): string =>
  text
    .replace(/&(?:#(\d{1,6})|([a-z]{2,5}));/gi, (whole, code: string | undefined, name: string | undefined) =>
      code === undefined
        ? (entities[String(name).toLowerCase()] ?? whole)
        : String.fromCodePoint(Math.min(Number(code), 0xffff)),
    )
    .replace(/\s+/g, ' ')
    .trim()

/** `20260131120000[0:GMT]` is 31 January 2026; undefined when it is no day. */
function ofxDay(text: string): string | undefined {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? []
  const day = `${year}-${month}-${date}`
  return year !== undefined && isDayThere(day) ? day : undefined
}

/** Whether a text is a statement of this kind, by its beginning. */
export const isOfx = (sample: string): boolean =>
  /^\ufeff?\s*(OFXHEADER:|<\?xml[^>]*>\s*<\?OFX|<OFX>)/i.test(sample.slice(0, 2000))

/** Reads the transactions of a statement, in their order; the accounts keep the end of their number alone. */
export function readOfx(text: string): StatementFile {
  const lines: FoundLine[] = []
  const unread: { line: number; reason: 'day' | 'amount' }[] = []
  let [bank, account, debits, line] = ['', '', 0, 1]
  let lineEnds = text.indexOf('\n')
  let current: Record<string, string> | undefined
  let began = 1
  const close = (): void => {
    if (current === undefined) return
    const facts = current
    current = undefined
    const cents = signedCents(facts.TRNAMT ?? '')
    if (cents === undefined) return void unread.push({ line: began, reason: 'amount' })
    if (cents <= 0) return void debits++
    const day = ofxDay(facts.DTPOSTED ?? '')
    if (day === undefined) return void unread.push({ line: began, reason: 'day' })
    const label = [facts.NAME, facts.MEMO]
      .filter((part, at, all) => part !== undefined && all.indexOf(part) === at)
      .join(' ')
    lines.push({
      ...{
        line: began,
        day,
        cents,
        label,
        account: accountShown(account),
        accountKey: `${bank} ${account}`.trim(),
        bankId: facts.FITID ?? '',
        reference: facts.CHECKNUM ?? facts.REFNUM ?? '',
      },
      ...{ payer: '', beneficiary: '', email: '' },
    })
  }
  const tags = /<(\/?)([A-Z0-9._]{1,32})(?:\s[^<>]{0,200})?>([^<]*)/gi
  for (let found = tags.exec(text); found !== null && lines.length <= mostLines; found = tags.exec(text)) {
    for (; lineEnds >= 0 && lineEnds < found.index; lineEnds = text.indexOf('\n', lineEnds + 1)) line++
    const [, end, name = '', value = ''] = found
    const tag = name.toUpperCase()
    if (tag === 'STMTTRN' || tag === 'BANKTRANLIST' || tag === 'STMTRS') {
      close()
      if (tag === 'STMTTRN' && end === '') {
        current = {}
        began = line
      }
    } else if (end === '' && current !== undefined) current[tag] = plain(value).slice(0, 300)
    else if (end === '' && tag === 'BANKID') bank = plain(value)
    else if (end === '' && tag === 'ACCTID') account = plain(value)
  }
  close()
  return { kind: 'ofx', mode: 'transfer', lines, debits, others: 0, unread, missing: [] }
}
