import { fold } from '../../../core/kit/text.ts'

/** Whether a category that is typed is none of those in use; accents and case apart, and not before these are known. */
export const isNewCategory = (known: readonly { readonly name: string }[] | undefined, typed: string): boolean =>
  typed.trim() !== '' && known?.some(({ name }) => fold(name) === fold(typed.trim())) === false
