/**
 * How the HTML report looks: a quiet dossier in a serif face, light and dark on
 * screen, black on white on paper. Kinds differ by the shape of their line as
 * well as by colour (claim solid, denial double, event dotted), in the text and
 * beside every quote, so a copy in black and white loses nothing. Inks are at
 * least 4.5:1 on their ground in both themes.
 */
export const styles = `
:root {
  color-scheme: light dark;
  --ground: #fdfcf9; --ink: #1d1c1a; --soft: #5d594f; --line: #d9d4c7; --link: #1c4f82;
  --claim: #1c4f9c; --denial: #a11f2c; --event: #76540a;
  --claim-tint: rgb(28 79 156 / .09); --denial-tint: rgb(161 31 44 / .09); --event-tint: rgb(118 84 10 / .12);
  --notice: #fbf0d2; --notice-line: #b98a1c;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, "Bitstream Charter", Cambria, Georgia, "Noto Serif", "DejaVu Serif", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Noto Sans", Cantarell, "Liberation Sans", "DejaVu Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #191817; --ink: #e7e3da; --soft: #aaa498; --line: #3d3a35; --link: #9cc3ee;
    --claim: #8fb8f5; --denial: #f39aa1; --event: #e5c572;
    --claim-tint: rgb(143 184 245 / .14); --denial-tint: rgb(243 154 161 / .14); --event-tint: rgb(229 197 114 / .14);
    --notice: #3a3019; --notice-line: #c9a03e;
  }
}
* { box-sizing: border-box }
html { background: var(--ground); color: var(--ink); font: 400 1.0625rem/1.55 var(--serif); scroll-padding-top: 1rem;
  -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0 auto; padding: 3rem 1.5rem 6rem; max-width: 46rem; overflow-wrap: break-word }
h1, h2, h3, h4, p, ul, ol, dl, dd, blockquote { margin: 0; padding: 0; font: inherit }
h1 { font-size: 2.4rem; line-height: 1.15; letter-spacing: -.01em; text-wrap: balance }
h2 { font-size: 1.6rem; line-height: 1.25; text-wrap: balance }
h3 { font: 600 .8rem/1.4 var(--sans); letter-spacing: .07em; text-transform: uppercase; color: var(--soft);
  margin: 2.5rem 0 1rem; border-bottom: 1px solid var(--line); padding-bottom: .35rem }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; text-decoration-color: color-mix(in srgb, currentColor 40%, transparent) }
a:hover { text-decoration-color: currentColor }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
:target { scroll-margin-top: 1.5rem }
li:target { outline: 2px solid var(--line); outline-offset: .75rem; border-radius: 2px }
cite { font-style: normal }

.cover { border-bottom: 3px double var(--ink); padding-bottom: 1.5rem; margin-bottom: 2rem }
.cover p { color: var(--soft); font-size: .95rem; margin-top: .35rem }
.cover .kicker { font: 600 .8rem/1 var(--sans); letter-spacing: .14em; text-transform: uppercase; margin-bottom: .9rem }
nav h2 { font: 600 .8rem/1.4 var(--sans); letter-spacing: .07em; text-transform: uppercase; color: var(--soft); margin-bottom: .6rem }
nav ul, nav ol { list-style: none }
nav ul ul { padding-left: 1.1rem; font-size: .95rem }
nav ol { list-style: decimal; padding-left: 1.6rem; margin-top: .5rem }
nav li { margin: .2rem 0 }
nav a { text-decoration: none }
nav a:hover { text-decoration: underline }
nav .aside { display: block }
.key { margin-top: 1.4rem; padding-top: .8rem; border-top: 1px solid var(--line); font-size: .85rem; color: var(--soft) }
.key mark { color: var(--ink) }
.aside, .none, .back { color: var(--soft); font-size: .88rem }
.none { font-style: italic; margin-top: .4rem }

main > section, main > article { margin-top: 4rem; border-top: 3px double var(--line); padding-top: 1.75rem }
article .number { color: var(--soft); font-variant-numeric: lining-nums; margin-right: .35em }
article header .aside { margin-top: .4rem }
.correction { background: var(--notice); border: 1px solid var(--notice-line); border-left-width: 5px; padding: .6rem .9rem; margin: 1rem 0 }
dl { margin: .9rem 0; font-size: .92rem }
dl > div { display: grid; grid-template-columns: 8rem 1fr; gap: 1rem; padding: .12rem 0 }
dt { color: var(--soft) }
dd { white-space: pre-line; min-width: 0; overflow-wrap: anywhere }

.text { line-height: 1.85 }
.text p, .text blockquote, .text ul { margin: 0 0 .85rem }
.text p, .text li, .text blockquote { white-space: pre-line }
.text ul, .text blockquote { padding-inline-start: 1.5rem }
.text .heading { font-weight: 700; margin-top: 1.4rem }
.text .caption { font-size: .9rem; color: var(--soft) }
mark { color: inherit; text-decoration-line: underline; text-decoration-skip-ink: none; border-radius: 1px }
mark.claim { background: var(--claim-tint); text-decoration-style: solid; text-decoration-color: var(--claim); text-decoration-thickness: 1.5px }
mark.denial { background: var(--denial-tint); text-decoration-style: double; text-decoration-color: var(--denial); text-decoration-thickness: 1.25px }
mark.event { background: var(--event-tint); text-decoration-style: dotted; text-decoration-color: var(--event); text-decoration-thickness: 2.5px }
.lane0 { text-underline-offset: .14em }
.lane1 { text-underline-offset: .45em }
.lane2 { text-underline-offset: .74em }
.ref { font: 600 .78rem/1 var(--sans); font-variant-numeric: lining-nums tabular-nums; text-decoration: none; white-space: nowrap }
.ref.claim { color: var(--claim) } .ref.denial { color: var(--denial) } .ref.event { color: var(--event) }
.text .ref { font-size: .66rem; vertical-align: .45em; padding: .1em .2em .1em 0; margin: 0; display: inline-block; text-decoration: none }
a.ref:hover { text-decoration: underline }

.statements, .entries, .links, .threads, .refs { list-style: none }
.statements > li, .entries > li { padding: 1.1rem 0 }
.statements > li + li, .entries > li + li { border-top: 1px solid var(--line) }
.threads > li + li { margin-top: 1.1rem }
.threads .title { font-weight: 700 }
.refs { display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; margin-top: .2rem; font-size: .92rem }
.text .gap { color: var(--soft) }
.who { font-size: .95rem }
.who strong { font-weight: 700 }
.words { border-inline-start: 4px solid; padding-inline-start: .9rem; margin: .4rem 0; white-space: pre-line }
.words.claim { border-inline-start: 3px solid var(--claim) }
.words.denial { border-inline-start: 5px double var(--denial) }
.words.event { border-inline-start: 4px dotted var(--event) }
.origin, .note { font-size: .88rem; color: var(--soft) }
.links { margin: .9rem 0 0 1.6rem }
.links > li { margin-top: .9rem }
.relation { font: 600 .78rem/1.4 var(--sans); letter-spacing: .02em; color: var(--soft) }
.entry h4 { font: 600 .85rem/1.4 var(--sans); color: var(--soft) }
.entry h4 .ref { font-size: 1rem; margin-right: .3em }
.back { margin-top: .6rem }

@media screen and (min-width: 75rem) {
  body { max-width: 68rem; display: grid; grid-template-columns: 16rem minmax(0, 44rem); column-gap: 4.5rem; justify-content: center }
  .cover { grid-column: 1 / -1 }
  nav { position: sticky; top: 2rem; align-self: start; max-height: calc(100vh - 4rem); overflow-y: auto; font-size: .95rem }
  main > :first-child { margin-top: 0; border-top: 0; padding-top: 0 }
}
@media screen and (min-width: 110rem) { html { font-size: 1.1875rem } }
@media screen and (max-width: 34rem) {
  body { padding-inline: 1rem }
  dl > div { grid-template-columns: 1fr; gap: 0 }
  .links { margin-left: .6rem }
}
@page { margin: 20mm 18mm 22mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt serif }
}
@media print {
  :root { --ground: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000;
    --claim: #123f86; --denial: #8d1420; --event: #5c4106; --notice: #fff; --notice-line: #000;
    --claim-tint: transparent; --denial-tint: transparent; --event-tint: transparent }
  html { font-size: 10.5pt; line-height: 1.45 }
  body { max-width: none; padding: 0 }
  a { text-decoration: none }
  .text { line-height: 1.8 }
  .back { display: none }
  main > article { break-before: page; border-top: 0; margin-top: 0; padding-top: 0 }
  h1, h2, h3, h4, .who, .relation { break-after: avoid }
  .words, .correction, dl > div, .origin { break-inside: avoid }
  .words + .origin { break-before: avoid }
  p, li { orphans: 2; widows: 2 }
}
`
