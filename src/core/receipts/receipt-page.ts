import { amountInWords } from '../kit/amount-words.ts'
import { RULE, SHEET, TEXT } from '../letters/letter-design.ts'
import { drawEnvelope, drawLetterhead, type LetterContext, pen } from '../letters/letter-page.ts'
import { countryName } from '../people/country.rules.ts'
import { dayInWords } from '../people/day.rules.ts'
import type { Page } from '../typesetting/list/display.ts'
import { mm } from '../typesetting/list/units.ts'
import { receiptWords } from './receipt-words.ts'
import type { ReceiptFacts } from './receipts.job.ts'
import { officialForms } from './receipts.rules.ts'

/** `150,00 €`: cents always said, so that amounts stand under each other. */
function exact(cents: number, language: 'fr' | 'en'): string {
  const euros = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { minimumFractionDigits: 2 })
  return `${euros.format(cents / 100)}${language === 'fr' ? '\u202f€' : ' EUR'}`
}

/** Framed by asterisks, as an amount a machine wrote (rules-fr.md 1.3, i). */
const framed = (cents: number, language: 'fr' | 'en'): string => `***${exact(cents, language)}***`

/** A receipt as one A4 page that goes into a window envelope, and an annex when it is for several payments. */
export function receiptPages(facts: ReceiptFacts, duplicate: boolean, context: LetterContext): readonly Page[] {
  const { design } = context
  const { language, issuer, donor, parts, form } = facts
  const words = receiptWords[language]
  const draw = pen(language, context)
  const [left, right] = [TEXT.headLeft, mm(190)]
  const width = right - left
  const second = left + mm(52)
  drawLetterhead(draw, context)
  drawEnvelope(draw, donor.envelope, context)
  // The number stands at the top right, as on the official sheets.
  const label = draw.lineOf(draw.prose(words.number), design.slipLabel)
  draw.put(label, right - label.width, TEXT.top + 6)
  const number = draw.lineOf(facts.number, { ...design.slipFigures, size: 13 })
  draw.put(number, right - number.width, TEXT.top + 21)
  if (duplicate) {
    const mark = draw.lineOf(draw.prose(words.duplicate), { ...design.subject, colour: design.accent })
    draw.put(mark, right - mark.width, TEXT.top + 37)
  }

  let y = mm(97)
  for (const line of draw.linesOf(draw.prose(words[form]), { ...design.slipAmount, size: 16 }, width)) {
    draw.put(line, left, y, 'H1')
    y += 20
  }
  const official = form === 'plain' ? undefined : officialForms[form]
  if (official !== undefined) {
    draw.say(
      draw.prose(words.stands(official.article, official.number, official.sheet)),
      design.slipNote,
      left,
      y - 3,
      width,
    )
    y += 12
  }
  y += 6
  /** A heading at the left, lines at its right. */
  const block = (heading: string, lines: readonly (readonly [string, 'strong' | 'plain'])[]): void => {
    draw.rule(left, right, y, 0.4)
    y += 15
    draw.say(draw.prose(heading), design.slipLabel, left, y, second - left - 10)
    for (const [text, weight] of lines)
      for (const line of draw.linesOf(
        draw.prose(text),
        weight === 'strong' ? design.subject : { ...design.body, size: 10.4 },
        right - second,
      )) {
        draw.put(line, second, y)
        y += weight === 'strong' ? 15 : 13.4
      }
    y -= 2
  }
  const address = [
    `${issuer.street}`,
    `${issuer.postcode} ${issuer.city}`.trim(),
    // A country alone says nothing: an association that gave no address has it in its letterhead.
    issuer.street === '' && issuer.city === '' ? '' : countryName(issuer.country, language),
  ].filter((part) => part !== '')
  block(form === 'plain' ? words.receiver : words.beneficiary, [
    [issuer.name, 'strong'],
    ...(address.length === 0 ? [] : ([[address.join(', '), 'plain']] as const)),
    ...(issuer.number === ''
      ? []
      : ([[`${words.siren}${language === 'fr' ? '\u00a0:' : ':'} ${issuer.number}`, 'plain']] as const)),
    ...(official === undefined
      ? []
      : ([
          [
            words.natures[issuer.nature] +
              (issuer.nature === 'publicUtility' && issuer.decreeOn !== ''
                ? ` (${words.decree(issuer.decreeOn, issuer.gazetteOn)})`
                : ''),
            'plain',
          ],
          [`${words.purpose}${language === 'fr' ? '\u00a0:' : ':'} ${issuer.purpose.replaceAll('\n', ' ')}`, 'plain'],
        ] as const)),
  ])
  block(form === 'plain' ? words.payer : words.donor, [
    [donor.name, 'strong'],
    ...(donor.address.length === 0 ? [] : ([[donor.address.join(', '), 'plain']] as const)),
  ])
  draw.rule(left, right, y, 0.4)
  y += 22
  for (const line of draw.linesOf(draw.prose(form === 'plain' ? words.sumPlain : words.sum), design.body, width)) {
    draw.put(line, left, y)
    y += 15
  }
  y += 13
  const amount = draw.lineOf(framed(facts.cents, language), { ...design.slipAmount, size: 19 })
  draw.put(amount, left + (width - amount.width) / 2, y)
  y += 18
  const said = amountInWords(facts.cents, language)
  for (const line of draw.linesOf(
    said.charAt(0).toUpperCase() + said.slice(1),
    { ...design.slipNote, size: 11 },
    width,
  )) {
    draw.put(line, left + (width - line.width) / 2, y)
    y += 14
  }
  y += 12
  const several = parts.length > 1
  const modes = [...new Set(parts.map(({ mode }) => words.modes[mode]))].join(', ')
  const [only] = parts
  const fact = (name: string, value: string): void => {
    draw.say(draw.prose(name), design.slipLabel, left, y, second - left - 10)
    for (const line of draw.linesOf(draw.prose(value), { ...design.body, size: 10.4 }, right - second)) {
      draw.put(line, second, y)
      y += 13.4
    }
    y += 2
  }
  fact(words.day, several ? words.cumulated(facts.year) : dayInWords(only?.fiscalOn ?? '', language))
  if (official === undefined) {
    if (!several && only !== undefined) fact(words.what, only.whom === '' ? only.what : `${only.what} – ${only.whom}`)
  } else {
    fact(words.act, words.manual)
    fact(words.nature, words.cash)
  }
  // That the way was none of those one knows is nothing to attest.
  if (official !== undefined || parts.some(({ mode }) => mode !== 'other'))
    fact(words.mode, modes.charAt(0).toUpperCase() + modes.slice(1))
  y += 8
  const certified = official === undefined ? words.noTax : words.certify(official.article)
  for (const line of draw.linesOf(draw.prose(certified), design.slipNote, width, 'justified')) {
    draw.put(line, left, y)
    y += 12.5
  }
  y += 14
  const signing = mm(110)
  draw.say(draw.prose(words.done(facts.place, facts.issuedOn)), { ...design.body, size: 10.4 }, signing, y, mm(80))
  draw.say(draw.prose(issuer.quality), { ...design.body, size: 10.4 }, signing, y + 15, mm(80))
  draw.say(draw.prose(issuer.signatory), { ...design.body, size: 10.4 }, signing, y + 46, mm(80))

  if (several) {
    const starts = [left, left + mm(34), left + mm(110), right]
    const open = (): void => {
      draw.pages.push([])
      y = TEXT.top + 12
      draw.say(
        draw.prose(form === 'plain' ? words.annexPlain(facts.number) : words.annex(facts.number)),
        { ...design.slipAmount, size: 15 },
        left,
        y,
        width,
        'H2',
      )
      y += 18
      draw.say(draw.prose(`${donor.name} – ${issuer.name}`), design.slipNote, left, y, width)
      y += 22
      for (const [at, header] of words.columns.entries()) {
        const line = draw.lineOf(draw.prose(header), design.slipLabel)
        draw.put(line, (starts[at] ?? left) - (at === 3 ? line.width : 0), y)
      }
      draw.rule(left, right, y + 5, 0.7, design.accent)
      y += 19
    }
    const money = (cents: number, style = design.slipFigures): void => {
      const line = draw.lineOf(exact(cents, language), style)
      draw.put(line, right - line.width, y)
    }
    open()
    for (const part of parts) {
      const what = part.whom === '' ? part.what : `${part.what} – ${part.whom}`
      const lines = draw.linesOf(draw.prose(what), design.slipValue, mm(74))
      if (y + lines.length * 12 > mm(270)) open()
      draw.say(dayInWords(part.fiscalOn, language), design.slipValue, left, y, mm(33))
      for (const [row, line] of lines.entries()) draw.put(line, starts[1] ?? left, y + row * 12)
      draw.say(words.modes[part.mode], design.slipValue, starts[2] ?? left, y, mm(36))
      money(part.cents, { ...design.slipFigures, face: design.slipFigures.face, size: 10 })
      y += lines.length * 12 + 4
      draw.rule(left, right, y - 11.5, 0.2, RULE)
      y += 1
    }
    y += 6
    draw.say(words.total, design.subject, left, y, mm(60))
    money(facts.cents, { ...design.slipFigures, size: 12 })
  }
  const count = draw.pages.length
  return draw.pages.map((ops, at) => {
    if (count > 1) {
      const line = draw.lineOf(`${facts.number} · ${at + 1}/${count}`, design.legal)
      ops.push({ kind: 'line', x: right - line.width, y: mm(290), pieces: line.pieces })
    }
    return { width: SHEET.width, height: SHEET.height, ops }
  })
}
