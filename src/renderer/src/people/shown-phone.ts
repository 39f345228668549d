import { formatPhone } from '../../../core/people/phone.rules.ts'

/** A number as the window shows it: the narrow spaces of print are too narrow to count pairs of figures by on a screen. */
export const shownPhone = (...given: Parameters<typeof formatPhone>): string =>
  formatPhone(...given).replaceAll('\u202f', '\u00a0')
