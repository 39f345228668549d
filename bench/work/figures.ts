/** Says a process's figures, with the largest memory it had, in MB. */
export function sayFigures(figures: Readonly<Record<string, number>> = {}): void {
  console.log(JSON.stringify({ ...figures, memory: process.resourceUsage().maxRSS / 1024 }))
}
