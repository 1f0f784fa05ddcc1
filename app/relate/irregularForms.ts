/** English forms that no stemmer leads back: `shot` → `shoot`. Data for `terms`. */

const lines = `
ate eaten>eat began begun>begin bled>bleed blew blown>blow born borne>bear bought>buy bound>bind bred>breed broke broken>break brought>bring
built>build burnt>burn came>come caught>catch chose chosen>choose clung>cling crept>creep dealt>deal did done>do died dying dies>die
drank drunk>drink drawn drew>draw driven drove>drive dug>dig fallen fell>fall fed>feed felt>feel fled>flee flew flown>fly
forbade forbidden>forbid forgave forgiven>forgive forgot forgotten>forget fought>fight found>find froze frozen>freeze gave given>give
gone went>go got gotten>get grew grown>grow heard>hear held>hold hid hidden>hide hung>hang kept>keep knew known>know laid>lay
leapt>leap led>lead left>leave lent>lend lit>light lost>lose lying>lie made>make meant>mean met>meet mistook mistaken>mistake
overthrew overthrown>overthrow oversaw overseen>oversee paid>pay proven>prove ran>run rang rung>ring rebuilt>rebuild ridden rode>ride
risen rose>rise sang sung>sing sank sunk>sink sat>sit saw seen>see sent>send shaken shook>shake shone>shine shot>shoot shown>show
shrank shrunk>shrink slain slew>slay slept>sleep slid>slide sold>sell sought>seek spent>spend spoke spoken>speak sprang sprung>spring
stole stolen>steal stood>stand stricken struck>strike stuck>stick stung>sting swam swum>swim swept>sweep swore sworn>swear swung>swing
taken took>take taught>teach thought>think threw thrown>throw told>tell tore torn>tear undertaken undertook>undertake understood>understand
withdrawn withdrew>withdraw withheld>withhold woke woken>wake won>win wore worn>wear wound>wound written wrote>write
children>child feet>foot knives>knife lives>life men>man people>person teeth>tooth thieves>thief wives>wife women>woman
`

/** The dictionary form by the irregular one, lower case. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  [...lines.matchAll(/([a-z ]+)>([a-z]+)/gu)].flatMap(([, forms = '', base = '']) =>
    forms
      .trim()
      .split(' ')
      .map((form) => [form, base] as const),
  ),
)
