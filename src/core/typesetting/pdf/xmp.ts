type FileFacts = {
  readonly title: string
  readonly author: string
  readonly language: string
  /** ISO 8601, UTC. */
  readonly made: string
  readonly producer: string
}

/** Metadata packet of the file (XMP), escaped: the library's own writes `&` and `<` as they come. */
export function metadataPacket({ title, author, language, made, producer }: FileFacts): string {
  const spaces = [
    'xmp="http://ns.adobe.com/xap/1.0/"',
    'dc="http://purl.org/dc/elements/1.1/"',
    'pdf="http://ns.adobe.com/pdf/1.3/"',
  ]
  return [
    `<rdf:Description rdf:about="" ${spaces.map((space) => `xmlns:${space}`).join(' ')}>`,
    `<xmp:CreateDate>${made}</xmp:CreateDate><xmp:ModifyDate>${made}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${escaped(producer)}</xmp:CreatorTool><pdf:Producer>${escaped(producer)}</pdf:Producer>`,
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`,
    `<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>`,
    '</rdf:Description>',
  ].join('\n')
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
