import { ActionIcon, Button, NumberInput, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { printedSheets } from '../../../core/directory/directory.rules.ts'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import classes from './Directory.module.css'
import type { MadeDirectory } from './directory-memory.tsx'
import { FindInPages } from './FindInPages.tsx'
import { PageCanvas } from './PageCanvas.tsx'
import { spreadOf, spreads } from './spreads.ts'

const gap = 16
const zooms = [0.5, 0.7, 0.85, 1, 1.25, 1.5, 2, 2.5]

/** The pages as they will lie in the hand, two by two; only those on screen are drawn. */
export function PagesView({ made }: { readonly made: MadeDirectory }) {
  const { t } = useWords()
  const { document: pages, imposed } = made
  const [natural, setNatural] = useState<{ readonly width: number; readonly height: number }>()
  const [zoom, setZoom] = useState(1)
  const { ref: measured, width: room, height: tall } = useElementSize()
  const scroll = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let gone = false
    void pages.getPage(1).then((page) => {
      const { width, height } = page.getViewport({ scale: 1 })
      if (!gone) setNatural({ width, height })
    })
    return () => {
      gone = true
    }
  }, [pages])

  const across = imposed ? 1 : 2
  const shape = natural ?? { width: 420, height: 595 }
  const fit = Math.max(0.2, Math.min((room - 2 * gap) / (shape.width * across), (tall - 2 * gap) / shape.height))
  // Never smaller by itself than one can read a name: a low window scrolls instead.
  const scale = Math.max(fit, Math.min(0.8, (room - 2 * gap) / (shape.width * across))) * zoom
  const width = Math.floor(shape.width * scale)
  const height = Math.floor(shape.height * scale)
  const laid = spreads(pages.numPages, imposed)

  const list = useVirtualizer({
    count: laid.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height + gap,
    overscan: 1,
    paddingEnd: gap,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the pages change size
  useEffect(() => list.measure(), [height])

  const here = laid[list.range?.startIndex ?? 0]
  const goTo = (page: number) => list.scrollToIndex(spreadOf(page, imposed), { align: 'start' })
  const step = (by: 1 | -1) => setZoom((now) => zooms[zooms.indexOf(now) + by] ?? now)
  return (
    <section className={classes.desk} aria-label={t('directory.view')}>
      <div className={classes.tools}>
        <Text>
          {made.sheets === undefined
            ? t('directory.made', { count: pages.numPages })
            : made.sheet === undefined || printedSheets[made.sheet] === ''
              ? t('directory.sheets', { count: made.sheets })
              : t('directory.sheetsOf', { count: made.sheets, sheet: printedSheets[made.sheet] })}
        </Text>
        <FindInPages document={pages} here={here?.[0] ?? here?.[1] ?? 1} goTo={goTo} />
        <NumberInput
          aria-label={t('directory.goTo')}
          title={t('directory.goTo')}
          value={here?.[0] ?? here?.[1] ?? 1}
          min={1}
          max={pages.numPages}
          allowDecimal={false}
          hideControls
          w="4.5rem"
          onChange={(value) => typeof value === 'number' && value >= 1 && value <= pages.numPages && goTo(value)}
        />
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label={t('directory.zoomOut')}
          onClick={() => step(-1)}
          disabled={zoom === zooms[0]}
        >
          <Icon name="minus" />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label={t('directory.zoomIn')}
          onClick={() => step(1)}
          disabled={zoom === zooms.at(-1)}
        >
          <Icon name="plus" />
        </ActionIcon>
        <Button variant="default" onClick={() => setZoom(1)}>
          {t('directory.fit')}
        </Button>
      </div>
      <div
        ref={(element) => {
          scroll.current = element
          measured(element)
        }}
        className={classes.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
      >
        <div className={classes.inner} style={{ height: list.getTotalSize(), minWidth: width * across + 2 * gap }}>
          {natural &&
            list.getVirtualItems().map(({ index, start }) => (
              <div key={index} className={classes.spread} style={{ transform: `translateY(${start}px)` }}>
                {laid[index]?.map((page, side) =>
                  page === undefined ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: left and right
                    <div key={side} className={classes.gone} style={{ width: imposed ? 0 : width }} />
                  ) : (
                    <PageCanvas key={page} document={pages} number={page} width={width} height={height} />
                  ),
                )}
              </div>
            ))}
        </div>
      </div>
    </section>
  )
}
