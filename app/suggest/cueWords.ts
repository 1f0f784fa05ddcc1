/** Words of attribution. Data for `speaker`. */

const verbs = `say says said tell tells told claim claims claimed allege alleges alleged add adds added deny denies denied reject rejects rejected dismiss dismisses dismissed
  insist insists insisted argue argues argued assert asserts asserted maintain maintains maintained contend contends contended state states stated declare declares declared
  announce announces announced report reports reported note notes noted warn warns warned explain explains explained acknowledge acknowledges acknowledged admit admits admitted
  concede concedes conceded confirm confirms confirmed suggest suggests suggested believe believes believed think thinks thought suspect suspects suspected predict predicts predicted
  vow vows vowed pledge pledges pledged promise promises promised accuse accuses accused blame blames blamed criticize criticizes criticized criticise criticised condemn condemns condemned
  reiterate reiterates reiterated repeat repeats repeated reply replies replied respond responds responded answer answers answered ask asks asked wonder wonders wondered
  write writes wrote tweet tweets tweeted post posts posted joke jokes joked recall recalls recalled remark remarks remarked observe observes observed stress stresses stressed
  emphasize emphasizes emphasized emphasise emphasised assure assures assured testify testifies testified estimate estimates estimated urge urges urged complain complains complained
  conclude concludes concluded charge charges charged hint hints hinted indicate indicates indicated reveal reveals revealed disclose discloses disclosed cite cites cited describe describes described
  call calls called comment comments commented continue continues continued point points pointed express expresses expressed refuse refuses refused demand demands demanded
  agree agrees agreed disagree disagrees disagreed mention mentions mentioned quip quips quipped praise praises praised attack attacks attacked slam slams slammed blast blasts blasted
  recommend recommends recommended propose proposes proposed fear fears feared hope hopes hoped expect expects expected want wants wanted know knows knew feel feels felt show shows showed find finds found
  proclaim proclaims proclaimed lament laments lamented boast boasts boasted swear swears swore refute refutes refuted dispute disputes disputed challenge challenges challenged
  tout touts touted advise advises advised inform informs informed signal signals signaled signalled opine opined surmise surmised speculate speculates speculated quote quotes quoted`

/** Verbs by which words are given to a speaker. */
export const cueVerbs: ReadonlySet<string> = new Set(verbs.split(/\s+/u))

/** Those that are an attribution even without a clause or a quotation beside them. */
export const strongVerbs: ReadonlySet<string> = new Set(
  `say says said tell tells told claim claims claimed allege alleges alleged add adds added deny denies denied insist insists insisted argue argues argued assert asserts asserted
  contend contends contended state stated declare declared declares announce announced announces warn warns warned note noted notes explain explained explains acknowledge acknowledged
  admit admitted admits concede conceded confirm confirmed suggest suggested suggests believe believes believed vow vowed reiterate reiterated reply replied wrote tweeted stress stressed assure assured
  testified complained concluded remarked suspect suspected suspects reject rejects rejected dismiss dismissed dismisses maintain maintained maintains predicted predicts joked accused accuses`.split(
    /\s+/u,
  ),
)

/** Pronouns that stand for an earlier speaker. */
export const pronouns: ReadonlySet<string> = new Set('he she they it i we'.split(' '))

/** Words between a subject and its verb. */
export const betweenWords =
  /(?:\s+(?:has|have|had|also|later|then|however|reportedly|repeatedly|often|once|still|already|recently|previously|earlier|further|again|now|publicly|flatly|simply|always|never|just|even|is|are|was|were|be|been|being|would|could|will|can|may|might|should|must|do|does|did|not|quickly|clearly|immediately|apparently|falsely|privately|strongly|largely|both|all|really|actually|frequently|initially|subsequently|specifically|himself|herself|itself|themselves|has\s+also|to|on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|in\s+(?:19|20)\d{2}|last\s+(?:week|month|year|night)|this\s+(?:week|month|year)|yesterday|today))+$/iu

/** Nouns for people who are not named. */
export const unnamedHead =
  /\b(?:officials?|sources?|diplomats?|aides?|advis[eo]rs?|insiders?|witness(?:es)?|residents?|villagers?|analysts?|experts?|critics?|observers?|spokes(?:man|woman|person|people|men)|officers?|commanders?|militants?|investigators?|executives?|lawmakers?|people|man|woman|person|operatives?|strategists?|activists?|authorities|representatives?|employees?|members?|negotiators?|somebody|someone|reports?)\b/iu
