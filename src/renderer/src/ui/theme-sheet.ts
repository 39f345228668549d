/** Gives the theme to the page as a constructed sheet: the content policy then needs to allow no inline style. */
import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import { useLayoutEffect } from 'react'
import { windowTheme } from './theme.ts'

const sheet = new CSSStyleSheet()
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

/** @param accent `#rrggbb`. */
export function useThemeSheet(accent: string): void {
  useLayoutEffect(() => {
    const theme = mergeMantineTheme(DEFAULT_THEME, windowTheme(accent))
    sheet.replaceSync(convertCssVariables(defaultCssVariablesResolver(theme)))
  }, [accent])
}
