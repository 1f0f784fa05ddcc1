/** Which of several linked passages to go to. */
import { useCallback, useRef } from 'react'
import type { AnnotationId } from '../../app/ids.ts'
import type { Link } from '../../app/model.ts'
import { goToPassage } from '../margin/passageActions.ts'
import { partnerOf, relationFrom } from '../margin/passageWords.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Picker } from '../ui/Picker.tsx'
import { useParts } from '../workspace/context.ts'
import { PassageRow } from './LinkDialog.tsx'

export function PartnerDialog({ ofId }: { readonly ofId: AnnotationId }) {
  const parts = useParts()
  const { records, workspace } = parts
  const chosen = useRef<AnnotationId | null>(null)
  const source = useCallback(() => records.linksOf(ofId), [records, ofId])
  const row = (link: Link) => {
    const other = records.annotation(partnerOf(link, ofId))
    return other === null ? null : <PassageRow annotation={other} lead={relationFrom(link, ofId)} />
  }
  return (
    <Dialog
      wide
      title="Go to linked passage"
      onClose={() => workspace.patch({ dialog: null })}
      // Only once the dialog has given the focus back may it go on to the other text.
      onClosed={() => {
        if (chosen.current !== null) goToPassage(parts, chosen.current)
      }}
    >
      <Picker
        label="Linked passages"
        source={source}
        keyOf={(link) => link.id}
        render={row}
        onPick={(link) => {
          chosen.current = partnerOf(link, ofId)
          workspace.patch({ dialog: null })
        }}
        empty={() => 'This passage has no links.'}
      />
    </Dialog>
  )
}
