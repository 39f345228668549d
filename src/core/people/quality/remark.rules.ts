/**
 * What the quality desk remarks on a record, and the thresholds. A remark is never a refusal: it says what looks doubtful, and
 * proposes a correction only where there is no doubt about it.
 */
/** Every kind of remark and how pressing it is: what would hurt somebody first, what only looks ill last. */
export const remarkWeights = {
  deceasedMandate: 95,
  deceasedLater: 90,
  bornAfterJoined: 85,
  deathBeforeBirth: 85,
  dayUnread: 84,
  unreachable: 75,
  countryDoubtful: 72,
  emailDomain: 70,
  emailForm: 68,
  countryMissing: 66,
  postcodeShape: 64,
  postcodeCity: 62,
  phoneUnread: 60,
  joinedYoung: 59,
  moveProbable: 58,
  tooOld: 55,
  regionOther: 50,
  addressSpelt: 45,
  citySpelt: 44,
  livesTogether: 42,
  capitals: 40,
  spacing: 38,
  phoneCountry: 25,
  unconfirmed: 10,
} as const
export type RemarkKind = keyof typeof remarkWeights
export const remarkKinds = Object.keys(remarkWeights) as [RemarkKind, ...RemarkKind[]]

/** Whoever joined younger than this was hardly a member. */
export const youngestMember = 15
/** Whoever is older than this and not said to be deceased may have died unknown to us. */
export const oldestLiving = 110
/** More people than this at one address, with several names, are neighbours: only those of one name are thought to live together. */
export const fewAtOneAddress = 2
/** Years after which what a record says should be asked again. */
export const usualYears = 5

/** One text of the sheet put otherwise: `addresses.0.country` becomes `FR`. */
export type Change = { readonly field: string; readonly value: string }
export type Remark = {
  readonly kind: RemarkKind
  /** The field it speaks of, `addresses.0.postcode`. */
  readonly field: string
  /** What it speaks of, as it is written now: a remark accepted as right comes back when this changes. */
  readonly said: string
  /** Values its sentence names. */
  readonly values: Readonly<Record<string, string>>
  /** The correction, where there is no doubt about it. */
  readonly changes: readonly Change[]
  /** Who may live with them, and the household one of those is in already; the field names their address. */
  readonly together?: { readonly contacts: readonly number[]; readonly household: number | null }
}

export type RemarkDay = { readonly today: string; readonly home: string; readonly unconfirmedYears: number }

/** The order in which remarks are worked through: the most pressing first, then record by record. */
export const pressing = (
  one: { readonly kind: RemarkKind; readonly contact: number },
  other: { readonly kind: RemarkKind; readonly contact: number },
): number => remarkWeights[other.kind] - remarkWeights[one.kind] || one.contact - other.contact
