/** The look: paper and ink, one accent colour chosen by the association, the directory's own typefaces. */
import type { MantineColorsTuple, MantineThemeOverride } from '@mantine/core'
import { createTheme } from '@mantine/core'
import { accentShades } from './accent.ts'

const paper: MantineColorsTuple = [
  '#faf8f4',
  '#f4f1eb',
  '#eae6de',
  '#ddd8ce',
  '#c6c0b4',
  '#9a9387',
  '#675f55',
  '#544e45',
  '#3b3731',
  '#24211e',
]

const night: MantineColorsTuple = [
  '#ebe7e0',
  '#d3cec5',
  '#b0aa9f',
  '#8b857a',
  '#4b4740',
  '#3b3832',
  '#2b2925',
  '#201e1b',
  '#191815',
  '#121110',
]

/** @param accent `#rrggbb`, the association's colour. */
export function windowTheme(accent: string): MantineThemeOverride {
  return createTheme({
    black: '#24211e',
    colors: { accent: accentShades(accent), gray: paper, dark: night },
    primaryColor: 'accent',
    primaryShade: { light: 6, dark: 6 },
    autoContrast: true,
    cursorType: 'pointer',
    defaultRadius: 'sm',
    fontFamily: "'Source Sans 3', 'Noto Sans', system-ui, sans-serif",
    headings: {
      fontFamily: "'Source Serif 4', 'Noto Serif', Georgia, serif",
      fontWeight: '600',
      sizes: {
        h1: { fontSize: '1.875rem', lineHeight: '1.2' },
        h2: { fontSize: '1.375rem', lineHeight: '1.3' },
        h3: { fontSize: '1.125rem', lineHeight: '1.4' },
      },
    },
    fontSizes: { xs: '0.9375rem', sm: '1rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
    lineHeights: { xs: '1.45', sm: '1.5', md: '1.55', lg: '1.6', xl: '1.6' },
    components: {
      // The page never scrolls as a whole, so nothing needs locking; and the lock would write an inline style.
      Modal: { defaultProps: { lockScroll: false, overlayProps: { backgroundOpacity: 0.35 } } },
      Tooltip: { defaultProps: { withArrow: false, openDelay: 400 } },
      Select: { defaultProps: { allowDeselect: false, checkIconPosition: 'right' } },
    },
  })
}
