import type { PdfStandard } from '../list/display.ts'

type FileFacts = {
  readonly title: string
  readonly author: string
  readonly language: string
  /** ISO 8601, UTC. */
  readonly made: string
  readonly producer: string
  readonly standard: PdfStandard
}

/** Metadata packet of the file (XMP), escaped: the library's own writes `&` and `<` as they come. */
export function metadataPacket({ title, author, language, made, producer, standard }: FileFacts): string {
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
    ...(standard === 'ordinary' || standard === 'tagged'
      ? []
      : [identified('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', { part: '1' })]),
    ...(standard === 'archive'
      ? [
          identified('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', { part: '2', conformance: 'A' }),
          // PDF/A asks that a name it does not know itself be explained (ISO 19005-2, 6.6.2.3).
          EXPLAINED,
        ]
      : []),
  ].join('\n')
}

function identified(prefix: string, space: string, facts: Readonly<Record<string, string>>): string {
  const lines = Object.entries(facts).map(([name, value]) => `<${prefix}:${name}>${value}</${prefix}:${name}>`)
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${space}">${lines.join('')}</rdf:Description>`
}

const EXPLAINED = [
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 the file follows</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li></rdf:Bag></pdfaExtension:schemas>',
  '</rdf:Description>',
].join('')

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
