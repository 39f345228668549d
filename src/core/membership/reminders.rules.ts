/** The ladder of reminders: its steps, and who stands before which. No database, no clock. */

/** `registered`: a letter with acknowledgement of receipt; `board`: a proposal to whoever decides, nobody is written to. */
export const rungDoings = ['letter', 'registered', 'board'] as const
export type RungDoing = (typeof rungDoings)[number]

export type Rung = {
  readonly code: string
  readonly name: string
  readonly does: RungDoing
  /** Days after the rung before; after the beginning of the year for the first. */
  readonly afterDays: number
  readonly subject: string
  readonly body: string
  readonly slip: boolean
}

/**
 * What is proposed until the association says otherwise: call, two reminders, formal notice by registered letter as is
 * needed where the statutes say nothing (rules-fr.md 2.6), then the proposal to the board.
 */
export const usualLadder: Readonly<Record<'fr' | 'en', readonly Rung[]>> = {
  fr: [
    {
      ...{ code: 'call', name: 'Appel', does: 'letter', afterDays: 0, slip: true },
      subject: 'Appel de cotisation {Exercice}',
      body: 'Le moment est venu de renouveler votre cotisation à notre association pour l’exercice {Exercice}. Elle s’élève à {Montant dû}, à régler avant le {Échéance}.\n\nVotre cotisation est ce qui fait vivre nos rencontres, notre bulletin et notre annuaire. Vous pouvez la régler par virement ou par chèque, en vous servant du talon ci-dessous.\n\nEn vous remerciant de votre fidélité, nous vous prions d’agréer, {Formule d’appel}, l’expression de nos sentiments les meilleurs.',
    },
    {
      ...{ code: 'first', name: 'Premier rappel', does: 'letter', afterDays: 60, slip: true },
      subject: 'Cotisation {Exercice} : premier rappel',
      body: 'Sauf erreur de notre part, nous n’avons pas encore reçu votre cotisation pour l’exercice {Exercice} ({Montant dû}). Peut-être notre courrier du {Dernière relance} vous a-t-il échappé.\n\nSi votre règlement vient de partir, nous vous prions de ne pas tenir compte de ce rappel. Sinon, le talon ci-dessous vous permet de le faire en quelques instants.\n\nNous vous prions d’agréer, {Formule d’appel}, l’expression de nos sentiments les meilleurs.',
    },
    {
      ...{ code: 'second', name: 'Second rappel', does: 'letter', afterDays: 60, slip: true },
      subject: 'Cotisation {Exercice} : second rappel',
      body: 'Malgré notre rappel du {Dernière relance}, votre cotisation pour l’exercice {Exercice} ({Montant dû}) ne nous est pas parvenue.\n\nSi une difficulté vous empêche de la régler, ou si vous souhaitez ne plus être membre, un mot au secrétariat suffit : nous trouverons ensemble la meilleure réponse.\n\nNous vous prions d’agréer, {Formule d’appel}, l’expression de nos sentiments les meilleurs.',
    },
    {
      ...{ code: 'notice', name: 'Mise en demeure', does: 'registered', afterDays: 45, slip: true },
      subject: 'Cotisation {Exercice} : mise en demeure',
      body: 'Nos courriers étant restés sans réponse, nous vous mettons en demeure de régler votre cotisation pour l’exercice {Exercice}, soit {Montant dû}, dans les trente jours qui suivent la réception de cette lettre.\n\nÀ défaut, votre radiation pour non-paiement de la cotisation sera proposée au conseil d’administration. Vous pouvez lui faire connaître vos observations par écrit dans le même délai.\n\nNous vous prions d’agréer, {Formule d’appel}, l’expression de nos sentiments distingués.',
    },
    {
      ...{ code: 'board', name: 'Proposition au conseil', does: 'board', afterDays: 30, slip: false },
      ...{ subject: '', body: '' },
    },
  ],
  en: [
    {
      ...{ code: 'call', name: 'Call', does: 'letter', afterDays: 0, slip: true },
      subject: 'Membership due {Year}',
      body: 'It is time to renew your membership of our association for {Year}. The due is {Amount due}, to be paid by {Due date}.\n\nYour due keeps our meetings, our bulletin and our directory alive. You may pay by transfer or by cheque, with the slip below.\n\nWith our thanks for your loyalty, we remain yours sincerely,',
    },
    {
      ...{ code: 'first', name: 'First reminder', does: 'letter', afterDays: 60, slip: true },
      subject: 'Membership due {Year}: first reminder',
      body: 'Unless we are mistaken, we have not yet received your due for {Year} ({Amount due}). Our letter of {Last reminder} may have escaped you.\n\nIf your payment has just left, please take no notice of this reminder. If not, the slip below makes it a matter of moments.\n\nYours sincerely,',
    },
    {
      ...{ code: 'second', name: 'Second reminder', does: 'letter', afterDays: 60, slip: true },
      subject: 'Membership due {Year}: second reminder',
      body: 'Despite our reminder of {Last reminder}, your due for {Year} ({Amount due}) has not reached us.\n\nIf something keeps you from paying it, or if you would rather not be a member any longer, a word to the secretary is enough.\n\nYours sincerely,',
    },
    {
      ...{ code: 'notice', name: 'Formal notice', does: 'registered', afterDays: 45, slip: true },
      subject: 'Membership due {Year}: formal notice',
      body: 'Our letters having remained without an answer, we give you formal notice to pay your due for {Year}, {Amount due}, within thirty days of receiving this letter.\n\nFailing that, the board will be asked to end your membership for non-payment. You may send it your observations in writing within the same time.\n\nYours sincerely,',
    },
    {
      ...{ code: 'board', name: 'Proposal to the board', does: 'board', afterDays: 30, slip: false },
      ...{ subject: '', body: '' },
    },
  ],
}

/** Days after a day, `YYYY-MM-DD`. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Which rung comes next for somebody, and from which day on; undefined at the top of the ladder. */
export function nextRung(
  ladder: readonly Rung[],
  starts: string,
  last: { readonly rung: string; readonly day: string } | undefined,
): { readonly rung: Rung; readonly on: string } | undefined {
  // A rung that was taken out of the ladder since counts as the one below where it stood: the first that is left.
  const at = last === undefined ? 0 : ladder.findIndex(({ code }) => code === last.rung) + 1
  const rung = ladder[at]
  if (rung === undefined) return undefined
  return { rung, on: daysAfter(last?.day ?? starts, rung.afterDays) }
}
