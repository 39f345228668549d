/** The few drawings of the window, one stroke, the size of the text beside them. */
const drawings = {
  people: 'M4 4h9l3 3v9H4zM7 9h6M7 12h6',
  groups:
    'M7 5a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5zM13.500 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM2.500 16c.4-2.800 2.300-4 4.500-4s4.100 1.200 4.500 4M13 12c2.200 0 4 1.100 4.500 3.500',
  directory:
    'M10 5C8 3.8 5.500 3.500 3 3.800v11.500c2.500-.3 5 0 7 1.200 2-1.200 4.500-1.500 7-1.200V3.800C14.500 3.500 12 3.800 10 5zM10 5v11.500',
  import: 'M10 3v9M6.500 8.500 10 12l3.500-3.500M3.500 13v3.500h13V13',
  export: 'M10 12V3M6.500 6.500 10 3l3.500 3.500M3.500 13v3.500h13V13',
  history: 'M10 5.500V10l3 2M4.200 7.500A6.500 6.500 0 1 1 3.500 10M3.500 4v3.500H7',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M11 4v4M15 4v4M11 4h4M11 8h4M5 12v4M9 12v4M5 12h4M5 16h4',
  duplicates: 'M4 3.500h8.500V13H4zM7.500 13v3.500H16V7h-3.500M6.500 6.500h3.500M6.500 9.500h3.500',
  quality: 'M4 3.500h12v13H4zM6.500 7.500l1.200 1.200L10 6.500M6.500 12.500l1.200 1.200L10 11.500M12 8h2M12 13h2',
  dues: 'M10 3.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM12.500 7.500a3.200 3.200 0 1 0 0 5M6 9.200h4.500M6 11h4.500',
  search: 'M9 3.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM13 13l4 4',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  trash: 'M4 6h12M8 6V4h4v2M5.500 6l.8 10.500h7.400L14.500 6M8.500 9v5M11.500 9v5',
  back: 'M12 5l-5 5 5 5',
  forward: 'M8 5l5 5-5 5',
  edit: 'M4 16l.8-3.200L13 4.600l2.400 2.400-8.200 8.200z',
  close: 'M5.500 5.500l9 9M14.500 5.500l-9 9',
  check: 'M4 10.500l4 4 8-9',
  person: 'M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 17c.6-3.400 3-5 6-5s5.400 1.600 6 5',
  organisation: 'M4 17V5l6-2v14M10 8h6v9M3 17h14M6.500 8h1M6.500 11h1M6.500 14h1M12.500 11h1M12.500 14h1',
  up: 'M10 16V4.500M5 9.500l5-5 5 5',
  camera:
    'M3 6.500h3.200L7.500 4.500h5l1.300 2H17v9.500H3zM10 8.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600z',
  keyboard: 'M2.500 5.500h15v9h-15zM5 8h1M8 8h1M11 8h1M14 8h1M5 11.500h1M8 11.500h4M14 11.500h1',
  returned: 'M3 5.500h14v9H3zM3.500 6l6.500 5 6.500-5M12 17.500H6.500M8.500 15.500l-2 2 2 2',
  letter: 'M3 5h14v10.500H3zM3.500 5.500l6.500 5.500 6.500-5.500',
  undo: 'M7 4 3.500 7.500 7 11M3.500 7.500H12a4.500 4.500 0 0 1 0 9H8',
} as const

export type IconName = keyof typeof drawings

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
