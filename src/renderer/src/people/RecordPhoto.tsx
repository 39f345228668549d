import { Button, FileButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Contact } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Record.module.css'
import { bytesOf, photoOf } from './record-photo.ts'

/** The photo of a contact, with the way to set it, change it, remove it. */
export function RecordPhoto({ contact }: { readonly contact: Contact }) {
  const { t } = useWords()
  const { id } = contact
  const photo = useQuery(ask.people.photo.queryOptions({ input: { id } })).data ?? undefined
  const address = useBlobAddress(photo)
  const set = useOrder(async (file: File) => client.people.setPhoto({ id, bytes: await photoOf(file) }), {
    done: () => t('record.photoKept'),
  })
  const remove = useOrder(client.people.removePhoto, { done: () => t('record.photoRemoved') })
  const choose = (words: 'record.photoAdd' | 'record.photoChange') => (
    <FileButton accept="image/jpeg,image/png" onChange={(file) => file !== null && set.mutate(file)}>
      {(props) => (
        <Button
          {...props}
          variant="subtle"
          size="compact-md"
          loading={set.isPending}
          leftSection={<Icon name="camera" size={16} />}
        >
          {t(words)}
        </Button>
      )}
    </FileButton>
  )
  if (address === undefined) return <div className={classes.photo}>{choose('record.photoAdd')}</div>
  return (
    <figure className={classes.photo}>
      <img src={address} alt={t('record.photoOf', { name: contact.displayName })} />
      <figcaption>
        {choose('record.photoChange')}
        <Button variant="subtle" size="compact-md" onClick={() => remove.mutate({ id })} loading={remove.isPending}>
          {t('form.remove')}
        </Button>
      </figcaption>
    </figure>
  )
}

type Bytes = { readonly type: string; readonly bytes: string }

/** An address of this window alone under which the bytes can be drawn. */
function useBlobAddress(photo: Bytes | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (photo === undefined) {
      setAddress(undefined)
      return undefined
    }
    const made = URL.createObjectURL(new Blob([bytesOf(photo.bytes)], { type: photo.type }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [photo])
  return address
}
