/** Says a process's figures, with its processor time in ms and the largest memory it had in MB. */
export function sayFigures(figures: Readonly<Record<string, number>> = {}): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  console.log(JSON.stringify({ ...figures, processor: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }))
}
