/** The dialog that is open, if any. A new kind of dialog gets its line here and its state in workspace.ts. */
import { RelatedArticlesDialog } from '../related/RelatedArticlesDialog.tsx'
import { RelatedPassagesDialog } from '../related/RelatedPassagesDialog.tsx'
import { useWorkspace } from '../workspace/context.ts'
import { EditActorDialog, SplitActorDialog } from './ActorDialogs.tsx'
import { CasesDialog } from './CasesDialog.tsx'
import { CheckDialog } from './CheckDialog.tsx'
import { ChooseDialog } from './ChooseDialog.tsx'
import { HistoryDialog } from './HistoryDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { LinkDialog, TagAndLinkDialog } from './LinkDialog.tsx'
import { LinkPairDialog } from './LinkPairDialog.tsx'
import { ManyMetadataDialog } from './ManyMetadataDialog.tsx'
import { MetadataDialog } from './MetadataDialog.tsx'
import { PaletteDialog } from './PaletteDialog.tsx'
import { PartnerDialog } from './PartnerDialog.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { PickArticleDialog } from './PickArticleDialog.tsx'
import { RereadDialog } from './RereadDialog.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'
import { RevisionsDialog } from './RevisionsDialog.tsx'
import { SplitThreadDialog, ThreadTitleDialog } from './ThreadDialogs.tsx'
import './dialogs.css'

export function Dialogs() {
  const state = useWorkspace((workspace) => workspace.dialog)
  switch (state?.dialog) {
    case 'palette':
      return <PaletteDialog />
    case 'keys':
      return <KeysDialog />
    case 'history':
      return <HistoryDialog />
    case 'cases':
      return <CasesDialog mode={state.mode} />
    case 'check':
      return <CheckDialog />
    case 'paste':
      return <PasteDialog initial={state.text} />
    case 'metadata':
      return <MetadataDialog articleId={state.articleId} />
    case 'pickArticle':
      return <PickArticleDialog />
    case 'relatedArticles':
      return <RelatedArticlesDialog articleId={state.articleId} />
    case 'relatedPassages':
      return <RelatedPassagesDialog articleId={state.articleId} text={state.text} />
    case 'link':
      return <LinkDialog fromId={state.fromId} toId={state.toId} />
    case 'tagAndLink':
      return <TagAndLinkDialog words={state} text={state.text} toId={state.toId} />
    case 'linkPair':
      return <LinkPairDialog here={state.here} there={state.there} />
    case 'choose':
      return <ChooseDialog chooser={state.chooser} />
    case 'threadTitle':
      return <ThreadTitleDialog threadKey={state.threadKey} />
    case 'splitThread':
      return <SplitThreadDialog threadKey={state.threadKey} />
    case 'editActor':
      return <EditActorDialog actorId={state.actorId} />
    case 'splitActor':
      return <SplitActorDialog actorId={state.actorId} />
    case 'partner':
      return <PartnerDialog ofId={state.ofId} />
    case 'review':
      return <ReviewDialog articleId={state.articleId} startId={state.startId} />
    case 'revisions':
      return <RevisionsDialog articleId={state.articleId} />
    case 'reread':
      return <RereadDialog articleId={state.articleId} articleIds={state.articleIds} />
    case 'manyMetadata':
      return <ManyMetadataDialog articleIds={state.articleIds} />
    case undefined:
      return null
  }
}
