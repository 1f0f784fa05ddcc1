/** The articles of the case at the left: search, filter, order, and the list itself. */
import { useEffect, useRef } from 'react'
import { CommandItems } from '../frame/CommandItems.tsx'
import { counted } from '../frame/counted.ts'
import { useCommand } from '../frame/useCommand.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { isFocusFree } from '../ui/focusFree.ts'
import { Menu, MenuChoice, MenuLabel, MenuLine } from '../ui/Menu.tsx'
import { useStore } from '../ui/store.ts'
import { useParts, useWorkspace } from '../workspace/context.ts'
import { ArticleListBox } from './ArticleListBox.tsx'
import type { ArticleSort } from './articleList.ts'
import { ChosenBar } from './ChosenBar.tsx'
import { SidebarGrip } from './SidebarGrip.tsx'
import './library.css'

export function Library() {
  const { library } = useParts()
  const total = useStore(library, (state) => state.total)
  const error = useStore(library, (state) => state.error)
  const filtered = useStore(library, (state) => state.search.trim() !== '' || state.publisher !== undefined)
  const typed = useWorkspace((state) => state.search)
  const isAnswered = useStore(library, (state) => state.search) === typed
  const aside = useRef<HTMLElement>(null)
  return (
    <aside ref={aside} className="library" aria-label="Articles">
      <SearchField />
      <div className="library-tools">
        <p role="status" className="library-count">
          {total === null ? '' : `${counted(total, 'article')}${filtered ? ' found' : ''}`}
        </p>
        <PublisherMenu />
        <OrderMenu />
        <ImportMenu />
      </div>
      {error === null ? null : (
        <p role="alert" className="library-error">
          {error.message} <Button onClick={() => void library.refresh()}>Try again</Button>
        </p>
      )}
      {/* Half a word may find nothing; the list stays for the keys of who types on. */}
      {total === 0 && isAnswered ? filtered ? <NothingFound /> : <NoArticles /> : <ArticleListBox />}
      {/* Under the list: above it, the first choice would push the rows from under the hand. */}
      <ChosenBar />
      <SidebarGrip sidebar={aside} />
    </aside>
  )
}

function SearchField() {
  const { workspace } = useParts()
  const search = useWorkspace((state) => state.search)
  const command = useCommand('find.case')
  return (
    <search className="library-search">
      <input
        id="library-search"
        className="input"
        type="text"
        aria-label="Search all articles"
        placeholder="Search all articles"
        aria-keyshortcuts={command.ariaKeys}
        dir="auto"
        value={search}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => workspace.patch({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && search !== '') {
            event.preventDefault()
            workspace.patch({ search: '' })
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            document.getElementById('library-list')?.focus()
          }
        }}
      />
      {search === '' ? null : (
        <IconButton
          icon="close"
          label="Clear the search"
          className="library-clear"
          onClick={() => {
            workspace.patch({ search: '' })
            document.getElementById('library-search')?.focus()
          }}
        />
      )}
    </search>
  )
}

function PublisherMenu() {
  const { library } = useParts()
  const publishers = useStore(library, (state) => state.publishers)
  const publisher = useStore(library, (state) => state.publisher)
  if (publishers.length < 2 && publisher === undefined) return null
  const shown = publisher === undefined ? 'All publishers' : (publisher ?? 'No publisher')
  return (
    <Menu
      label="Publisher"
      align="end"
      trigger={
        <Button look="plain" className="library-filter" aria-label={`Publisher: ${shown}`}>
          <span>{shown}</span>
        </Button>
      }
    >
      <div className="library-publishers">
        <MenuChoice chosen={publisher === undefined} onSelect={() => library.filter(undefined)}>
          All publishers
        </MenuChoice>
        {publishers.map((row) => (
          <MenuChoice
            key={row.publisher ?? ' none'}
            chosen={publisher === row.publisher}
            onSelect={() => library.filter(row.publisher)}
          >
            {row.publisher ?? 'No publisher'} ({row.count})
          </MenuChoice>
        ))}
      </div>
    </Menu>
  )
}

const orders: readonly { readonly sort: ArticleSort; readonly label: string; readonly down: boolean }[] = [
  { sort: 'imported', label: 'Date imported', down: true },
  { sort: 'published', label: 'Date published', down: true },
  { sort: 'headline', label: 'Headline', down: false },
  { sort: 'publisher', label: 'Publisher', down: false },
]

function OrderMenu() {
  const { library } = useParts()
  const sort = useStore(library, (state) => state.sort)
  const descending = useStore(library, (state) => state.descending)
  const searching = useWorkspace((state) => state.search.trim() !== '')
  const byMatch = useStore(library, (state) => state.bestFirst) && searching
  const dated = sort === 'imported' || sort === 'published'
  return (
    <Menu label="Order" align="end" trigger={<IconButton icon="sort" label="Order of the articles" />}>
      <MenuLabel>Order by</MenuLabel>
      {searching ? (
        <MenuChoice chosen={byMatch} onSelect={() => library.orderByMatch()}>
          Best match
        </MenuChoice>
      ) : null}
      {orders.map((order) => (
        <MenuChoice
          key={order.sort}
          chosen={!byMatch && sort === order.sort}
          onSelect={() => library.order(order.sort, order.down)}
        >
          {order.label}
        </MenuChoice>
      ))}
      <MenuLine />
      <MenuChoice chosen={!byMatch && !descending} onSelect={() => library.order(sort, false)}>
        {dated ? 'Oldest first' : 'A to Z'}
      </MenuChoice>
      <MenuChoice chosen={!byMatch && descending} onSelect={() => library.order(sort, true)}>
        {dated ? 'Latest first' : 'Z to A'}
      </MenuChoice>
    </Menu>
  )
}

function ImportMenu() {
  return (
    <Menu label="Import" align="end" trigger={<IconButton icon="plus" label="Import articles" />}>
      <CommandItems ids={['article.import', 'article.importFolder', 'article.paste']} />
    </Menu>
  )
}

function NothingFound() {
  const { library, workspace } = useParts()
  // The list may have had the keys, and went.
  useEffect(() => {
    if (isFocusFree(document.body)) document.getElementById('library-search')?.focus()
  }, [])
  return (
    <EmptyState
      title="Nothing found"
      actions={
        <Button
          onClick={() => {
            workspace.patch({ search: '' })
            library.filter(undefined)
          }}
        >
          Show all articles
        </Button>
      }
    >
      No article has these words in its headline, publisher or text. Fewer or shorter words find more.
    </EmptyState>
  )
}

function NoArticles() {
  return <p className="library-none">The articles that you import are listed here.</p>
}
