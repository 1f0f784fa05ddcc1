/** The words of a button that turn bold when it is chosen, with the room they take then: nothing beside it moves. */
export function SteadyLabel({ children }: { readonly children: string }) {
  return (
    <span className="steady-label" data-label={children}>
      {children}
    </span>
  )
}
