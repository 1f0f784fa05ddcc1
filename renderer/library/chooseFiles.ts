/** Ways in which files reach the window: the file picker, and drops of files and whole folders. */

/** Asks for files with the browser's own picker; empty when the person thinks better of it. */
export const chooseFiles = (): Promise<readonly File[]> => choose({ multiple: true })

/** Asks for a folder: all files in it and below, in the order of their paths, but for hidden ones. */
export async function chooseFolder(): Promise<readonly File[]> {
  const files = await choose({ webkitdirectory: true })
  return files
    .filter(({ webkitRelativePath: path }) => !path.split('/').slice(1).some(isHidden))
    .sort((a, b) => a.webkitRelativePath.localeCompare(b.webkitRelativePath))
}

/** Hidden files are the system's own, such as .DS_Store. */
const isHidden = (name: string) => name.startsWith('.')

function choose(how: Partial<Pick<HTMLInputElement, 'multiple' | 'webkitdirectory'>>) {
  return new Promise<readonly File[]>((resolve) => {
    const input = Object.assign(document.createElement('input'), how)
    input.type = 'file'
    input.hidden = true
    const settle = () => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('change', settle)
    input.addEventListener('cancel', settle)
    // In the document, so that it lives until it is answered.
    document.body.append(input)
    input.click()
  })
}

/** Whether a drag carries files. */
export const carriesFiles = (transfer: DataTransfer | null) => transfer?.types.includes('Files') === true

/** All files of a drop, those in folders too, in the order of their paths. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // The entries must be taken before the first wait: the transfer is emptied when the event is over.
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    return entry === null ? [] : [entry]
  })
  const plain = [...transfer.files]
  if (entries.length === 0) return plain
  const found = await Promise.all(entries.map(filesOf))
  return found.flat()
}

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))]
  if (!isFolder(entry)) return []
  const children = await listFolder(entry.createReader())
  const shown = children.filter((child) => !isHidden(child.name)).sort((a, b) => byName(a.name, b.name))
  const found: (readonly File[])[] = []
  for (let at = 0; at < shown.length; at += portion)
    found.push(...(await Promise.all(shown.slice(at, at + portion).map(filesOf))))
  return found.flat()
}

/** Files asked for at a time: thousands of answers at once would leave the screen no turn. */
const portion = 50
const byName = new Intl.Collator().compare

async function listFolder(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = []
  for (;;) {
    // A reader hands out a folder in portions and ends with an empty one.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
