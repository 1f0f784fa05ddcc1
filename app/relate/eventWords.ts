/**
 * Words that tell of the same sort of event, so that "killed", "dead" and "shot
 * dead" meet. One line is one sort; a word may stand in several. The sorts follow
 * the event types of the ACE 2005 guidelines (life, movement, transaction,
 * business, conflict, contact, personnel, justice), widened by what news agencies
 * report besides: disasters, accidents, sport, awards, health, diplomacy, law-making.
 * English only: elsewhere stems, names, numbers and dates have to do. Data for `terms`.
 */

/** The sorts, each with its words; the first word names the sort. */
const sorts = `
die dead death deadly fatal fatality perish succumb decease demise lifeless slain mortality obituary
die kill dead death fatal slay murder assassinate massacre toll lethal execute gun slaughter
kill murder homicide manslaughter assassinate assassination assassin slay slain murderer killer killing gun massacre
injure injury wound hurt maim casualty harm bruise burn hospitalise
hospital hospitalize clinic ambulance medic paramedic surgeon treat
ill illness sick sickness disease cancer pneumonia infection ailment suffer
recover recovery heal rehab rehabilitation discharge convalesce
born birth newborn baby childbirth deliver pregnant pregnancy
marry marriage wedding wed bride groom spouse engagement fiancee
divorce separate separation split estranged
funeral burial bury mourn mourner memorial cremate grave tribute vigil
shoot shooting shot shooter gunman gunfire gun pistol rifle handgun revolver bullet fire
bomb bombing explosive grenade detonate detonation explosion explode blast mine device
explode explosion blast detonate detonation burst
attack assault raid ambush strike offensive storm attacker assailant invade
raid storm swoop operation sweep foray incursion
strike airstrike drone missile bombard bombardment shell shelling sortie
stab stabbing knife blade machete slash
fight battle clash combat skirmish firefight fighting war
war conflict hostility invasion warfare
invade invasion incursion occupy occupation annex
troop soldier force army military serviceman marine battalion deploy deployment
militant insurgent rebel guerrilla extremist terrorist jihadist fighter gunman
withdraw withdrawal pullout pull retreat evacuate leave
ceasefire truce armistice peace
hijack hijacker piracy pirate brigand
pirate piracy hijack brigand buccaneer
kidnap abduct abduction hostage captive captor ransom kidnapper
hostage captive captivity
free release liberate rescue freed
rescue save rescuer evacuate
torture abuse mistreat mistreatment
protest demonstrate demonstration demonstrator protester rally march marcher picket riot unrest
riot unrest clash disorder rioter loot looting violence
walkout strike stoppage union picket striker
arson arsonist torch fire blaze
fire blaze inferno flame burn burning ablaze firefighter arson gut torch
destroy destruction devastate devastation ruin wreck raze level flatten demolish gut
damage harm destroy ruin wreck
collapse crumble fall topple
earthquake quake temblor tremor aftershock seismic magnitude richter epicenter epicentre shake jolt rattle
flood flooding inundate deluge floodwater
storm hurricane cyclone typhoon tornado tempest
tsunami wave
landslide mudslide avalanche
eruption erupt volcano
drought famine starvation hunger
wildfire bushfire blaze fire
crash collision collide wreck derail derailment smash accident pileup
crash plane aircraft airliner jet helicopter flight
ship vessel boat ferry sink capsize shipwreck
drown drowning capsize sink
arrest detain detention apprehend capture custody nab seize handcuff jail collar
capture seize apprehend intercept interdict thwart foil catch nab
intercept thwart foil interdict repel repulse prevent avert
suspect suspected accused defendant perpetrator alleged culprit
charge indict indictment accuse count arraign arraignment prosecute
accuse accusation allege allegation blame
trial court prosecute prosecution hearing tribunal jury juror judge
convict conviction guilty verdict
acquit acquittal innocent exonerate clear
sentence prison jail imprison imprisonment term penalty
prison jail inmate prisoner penitentiary cell
appeal overturn uphold
plead plea guilty
testify testimony witness
sue lawsuit suit litigation plaintiff complaint
settle settlement agree compensation
fine penalty penalise penalize sanction
execute execution
pardon amnesty clemency commute
extradite extradition deport deportation expel
escape flee fugitive abscond breakout run
chase pursuit manhunt hunt search
search hunt manhunt seek comb
investigate investigation probe inquiry enquiry investigator detective
police officer cop deputy sheriff policeman constable patrolman
rob robber robbery thief theft steal heist burglary burglar stolen
fraud scam swindle embezzle embezzlement defraud
smuggle smuggling traffic trafficking trafficker
rape assault molest
dui drunk drunken drink intoxicated alcohol
hack hacker breach cyberattack
leak disclose disclosure reveal whistleblower
fire sack dismiss dismissal oust axe terminate lay layoff suspend
suspend suspension ban
resign resignation quit step stepdown
retire retirement retiree
hire appoint appointment name recruit select choose tap pick
nominate nomination nominee candidate
elect election vote ballot poll voter electoral
win victory triumph winner defeat beat
lose loss defeat
replace replacement successor succeed supersede
inaugurate inauguration oath swear
coup overthrow topple oust depose
host emcee presenter present anchor
award prize oscar honor honour trophy medal
star actor actress cast role play
film movie picture cinema
singer musician album song
buy purchase acquire acquisition takeover buyout
acquire acquisition takeover merge merger buyout purchase
sell sale divest dispose
merge merger combine consolidation
invest investment stake shareholder
bid offer proposal tender
offer propose proposal bid
sign contract deal agreement signing agree
deal agreement accord pact treaty contract
pay payment payout
donate donation charity contribute contribution
lend loan borrow debt
bankrupt bankruptcy insolvency insolvent chapter
profit earnings revenue income
price cost
rise increase climb surge soar jump grow growth gain
fall drop decline decrease plunge slump tumble
cut slash reduce reduction
launch unveil introduce debut release rollout
announce announcement unveil declare
release publish issue
patent infringe infringement
upgrade refresh update overhaul
build construct construction erect
open opening inaugurate
close shut closure shutdown
found founder establish establishment start
meet meeting summit talk conference
talk negotiate negotiation discussion dialogue
visit trip travel tour arrive arrival
travel fly flight depart departure
call phone telephone
say state tell statement remark comment
deny denial refute reject dismiss
admit confess confession acknowledge concede
warn warning threaten threat alert caution
threaten threat menace
demand urge ask call
criticise criticize criticism condemn condemnation denounce slam blast
praise hail applaud laud
promise vow pledge
apologise apologize apology regret
approve approval ratify endorse pass
ban prohibit prohibition outlaw forbid
law bill legislation act
veto block reject
sanction embargo restriction
recall withdraw
vaccine vaccinate vaccination immunise
outbreak epidemic pandemic infect infection
find discover discovery locate found
miss missing disappear disappearance vanish
identify identity name
evacuate evacuation flee
displace refugee asylum migrant
aid relief assistance help
trade transfer swap
score goal point
injure injury sideline
coach manager
team club side squad
champion championship title
season campaign
record milestone
study research survey
test trial experiment
launch missile rocket fire
nuclear atomic reactor warhead uranium
spacecraft satellite rocket orbit shuttle
woman female lady
man male
child kid boy girl teenager youth
worker employee staff staffer colleague
job work employment workplace
company firm business corporation
plant factory facility
shop store supermarket retailer outlet
wife husband spouse
`

/** The words of each sort, lower case, as they stand in a dictionary. */
export const eventSorts: readonly (readonly string[])[] = sorts
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
