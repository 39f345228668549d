/** The scanner, cut in pieces of every length: the same events, the same refusals. */
import { describe, expect, test } from 'vitest'
import { xmlReader } from './xml-scanner.ts'

/** Each event as a word: `<name a=b`, its text, `>name`. */
function events(document: string, cut = document.length): string[] {
  const said: string[] = []
  let text = ''
  const flush = () => {
    if (text !== '') said.push(text)
    text = ''
  }
  const reader = xmlReader(
    {
      open: (name, attributes) => {
        flush()
        said.push([`<${name}`, ...attributes.names().map((one) => `${one}=${attributes.named(one)}`)].join(' '))
      },
      text: (piece) => {
        text += piece
      },
      close: (name) => {
        flush()
        said.push(`>${name}`)
      },
    },
    'test.xml',
  )
  for (let at = 0; at < document.length; at += cut) reader.write(document.slice(at, at + cut))
  reader.end()
  return said
}

const cuts = [1, 2, 3, 5, 7, 1_000_000]

describe('well formed', () => {
  test.each<[document: string, said: readonly string[]]>([
    ['<a/>', ['<a', '>a']],
    ['<?xml version="1.0" encoding=\'UTF-8\' standalone="yes"?>\n<a></a >\n<!-- x --><?p q?>\n', ['<a', '>a']],
    ['<x:a x:b = "1" c=\'"2"\'>t</x:a>', ['<a x:b=1 c="2"', 't', '>a']],
    ['<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;</a>', ['<a', '<>&"\'A😀', '>a']],
    ['<a b="&#10;x\ny\r\nz&#38;"/>', ['<a b=\nx y z&', '>a']],
    ['<a>x\r\ny\rz</a>', ['<a', 'x\ny\nz', '>a']],
    ['<a>x<![CDATA[<&]]]]><![CDATA[>\r\n]]></a>', ['<a', 'x<&]]>\n', '>a']],
    ['<a>x<!-- - <b> & -->y</a>', ['<a', 'xy', '>a']],
    ['<a b=">"><c/></a>', ['<a b=>', '<c', '>c', '>a']],
    ['<é·à ñ="ü">日本</é·à>', ['<é·à ñ=ü', '日本', '>é·à']],
    ['<a>]] ]></a>'.replace(']]>', '] ]>'), ['<a', ']] ] >'.replace(' >', '>'), '>a']],
  ])('%j', (document, said) => {
    for (const cut of cuts) expect(events(document, cut), `cut by ${cut}`).toEqual(said)
  })

  test('an attribute without a prefix comes before one with', () => {
    const found: (string | undefined)[] = []
    const reader = xmlReader({ open: (_, attributes) => void found.push(attributes.get('id')) }, 'x')
    reader.write('<a r:id="no" id="yes"/>')
    reader.end()
    expect(found).toEqual(['yes'])
  })

  test('a long text comes in pieces, nothing cut in two', () => {
    const long = '&amp;é\r\n'.repeat(20_000)
    for (const cut of [1000, 4099, 65_536]) expect(events(`<a>${long}</a>`, cut)[1]).toBe('&é\n'.repeat(20_000))
  })
})

describe('malformed', () => {
  test.each([
    '',
    'x',
    '<a>',
    '<a></b>',
    '<a></a></a>',
    '<a><b></a></b>',
    '<a/><b/>',
    '<a/>x',
    'x<a/>',
    '<a b/>',
    '<a b=c/>',
    '<a b="1"c="2"/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a b="1>',
    '<1/>',
    '< a/>',
    '<a / >',
    '<a>&b;</a>',
    '<a>&</a>',
    '<a>& amp;</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>&#x110000;</a>',
    '<a>&#x;</a>',
    '<a b="&c;"/>',
    '<a>\u0001</a>',
    '<a>\uffff</a>',
    '<a>]]></a>',
    '<a><!-- -- --></a>',
    '<a><!-- x</a>',
    '<a><![CDATA[x</a>',
    '<![CDATA[x]]><a/>',
    '<a><!ELEMENT b></a>',
    ' <?xml version="1.0"?><a/>',
    '<a><?xml version="1.0"?></a>',
    '<?xml version="1.0><a/>',
    '<?xml?><a/>',
    '<? x?><a/>',
  ])('%j', (document) => {
    for (const cut of cuts)
      expect(() => events(document, cut), `cut by ${cut}`).toThrow(expect.objectContaining({ code: 'fileMalformed' }))
  })

  test('its line is told', () => {
    for (const cut of cuts)
      expect(() => events('<a>\n\n<b>\n</c></a>', cut)).toThrow(
        expect.objectContaining({ values: { reason: 'xml', part: 'test.xml', xmlLine: 4 } }),
      )
  })
})

describe('dangerous', () => {
  test.each([
    ['doctype', '<!DOCTYPE a><a/>'],
    ['doctype', '<?xml version="1.0"?>\n<!doctype a [<!ENTITY b "c">]><a>&b;</a>'],
    ['depth', '<a>'.repeat(65)],
    ['attributes', `<a ${Array.from({ length: 1001 }, (_, at) => `b${at}=""`).join(' ')}/>`],
  ])('%s', (reason, document) => {
    for (const cut of [900, 5000])
      expect(() => events(document, cut)).toThrow(
        expect.objectContaining({ code: 'fileDangerous', values: expect.objectContaining({ reason }) }),
      )
  })

  test('a tag without end is given up before it fills the memory', () => {
    const reader = xmlReader({}, 'x')
    expect(() => {
      for (let piece = 0; piece < 100; piece += 1) reader.write(piece === 0 ? '<a b="' : 'x'.repeat(65_536))
    }).toThrow(expect.objectContaining({ code: 'fileMalformed' }))
  })
})
