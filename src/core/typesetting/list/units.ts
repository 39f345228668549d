/** Points for millimetres: paper is measured in the ones, pages are drawn in the others. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4
