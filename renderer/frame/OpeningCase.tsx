/** What stands in the view while the case is opened. */
export function OpeningCase() {
  return (
    <p className="opening" role="status">
      Opening the case …
    </p>
  )
}
