/** Short facts in one line. Each runs in its own direction, so that a date stays whole beside Arabic or Hebrew. */
import { Fragment } from 'react'

export function Facts({ facts }: { readonly facts: readonly string[] }) {
  return [...new Set(facts)].map((fact, index) => (
    <Fragment key={fact}>
      {index === 0 ? '' : ' · '}
      <bdi>{fact}</bdi>
    </Fragment>
  ))
}
