/** The French words of what comes in and goes out. */
export const exchangeFr = {} as const
