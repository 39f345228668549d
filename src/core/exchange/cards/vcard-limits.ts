/** The bounds of a file of address cards, beside those of every file (`reading/limits.ts`). */
export const cardLimits = {
  /** Bytes kept of one property, folded lines joined: a photo of 600,000 bytes in base64, and room to spare. */
  propertyBytes: 1_200_000,
  /** Bytes kept of one card, beyond which its properties are left and said. */
  cardBytes: 2_500_000,
  /** Properties of one card, nested cards left out. */
  properties: 1_000,
  /** Beyond them it is no card, and the file is refused. */
  propertiesAtAll: 20_000,
  /** Cards within cards (an assistant's assistant): deeper is no address book. */
  depth: 8,
  /** Bytes of a photo, as `people.setPhoto` takes them. */
  photoBytes: 600_000,
} as const
