/**
 * Evidence on hyphens at line ends, for `decideHyphen`.
 *
 * Made by counting, in about 4.7 million words of running text without line breaks (novels, arXiv papers, textbooks and
 * manuals in English, French, German, Spanish, Italian, Portuguese and Dutch), how often each part occurs in a printed
 * compound (`well-known`) and how often words begin or end with it unhyphenated (`wellness`). Parts of compounds that
 * are seen at least 4 times, with 3 partners, and in more than 15 % of the occurrences hyphenated are kept.
 */

/** First parts that keep their hyphen: `self-`, `two-`, `high-`. */
export const COMPOUND_FIRST_PARTS = `
above action adicioná agent air almost already anchor angle anti apache apple atomic attention atualizá average awe
axe axion backward barrel basis battle beam bell bem beta better between billiard bird birth black blood blue boarding
book bottom boundary brain brandy breakfast broken bug built by byte candle carpet carriage carrier case cash category
cattle cauchy chain chance channel charge chemical cherry chicken chimney city client clock closed closely cloud coach
coarse coat cock cocoa coffee color colour column commit commonly communication community complexity computer conflict
context continuous contre coordinate copper core corner corrigi counting country county coupled credential cross cut
cutting cv cyber cycle dancing death decision deck degree delta demi density depth diamond differential dining dinner
dipole discrete disease distance dog domain double doubly downward drawing dressing dry dual duck dull dust early easy
eau edge eight eighty elastic electron emission empty encoder energy entropy enviá equality error escrevê evil
exchange exciton export eye faites fancy fast father fault feather feature fellow few fiber field fifty filter fine
finely finger finite fire first fishing five fixed flavor flower fluid flux flying force forest forty forward four
fourier fourth freeze frequency fresh frog from front frost fruit full fully future galaxy game gamma garden gas gate
gauge ghost ginger git goal golden good gradient graphene grass grave gravel gravity gray grey grid grobid ground hair
half hardware hazel heavy hidden higgs high higher highly hill hole homotopy honey horse human hundred hunting
hydrogen ice ignore ill image implicitly inclusion incluí information inhouds input instance integer interference
intermediate intra inversion iron ising issue jelly kernel key keyword knee knitting lamp landing large laser lattice
layer leading leaf learning least left length letter level light lightning lime liquid logit long loop lorentz low
lower lowest ls lunch machine mail many marble market marriage master matrix matter maximum meadow measurement medium
memory merge merry mesclá meson metal middle milk million minimum mixed mm mobile moderate momentum money moss mother
motor mountain mouse moving much multi multiple méta near nearly neck negative network neural neutrino neutron newly next
nicht niet night nine ninety nm node noise non não oak odd ogbn oil old one open optical optimization orbital
orientation outer owl packing page pale parameter pareto parity partially particle path pattern peut phase photon pine
pitch pixel pleasure pocket pointer polarization pole polynomial population pose positive post powder power prayer
pressure proof proton pseudo pull python quality quantum quark quarter quasi qubit race radiation radio rainbow raman
randomly range rapidly rate reaction ready recém redshift reduced reference region regression resource resting
reversal riding right risk river rocking rolling root rose rosy round ruby rule saddle safety salt sample sand saw
scalar scale scaled school science second seed self semantic semi sense server seventy shark sheep shell shirt shock
shoe shooting short shot shoulder side signal silver single sister site six sixty size skew skip slate smoke smoking
smoothly snow software solar solid soul source sous space spatial spatially spectral spin square ssh stage state
steady steel stern stone store storm story stove street stress strongly structure supper sword symmetry syntax target
task temperature tensor thermal third thirty thousand thread three thumb ticket tight time tongue torná toy training
transformer transition treasure tree triple true truth tsze twenty two type ultra unix update upper user usá valley
value variable varying velocity vertex vice video volume vortex vê wage wall water weather wedding weed well while
white widely window windows wine wing within wolf world worm worst write writing wrong year yellow zabbix zero zlib
`;

/** Second parts that keep it: `-based`, `-order`. */
export const COMPOUND_SECOND_PARTS = `
absorption access accuracy adaptive adding adjusted admin agent ahead aided algebraic aligned alvo amplitude analog
analysis analytic annotated argument assisted atom attack attention average averaged aware axes axis backed bag bags
balanced based basierten basis bath beam bearded bearing behaved being bells belt bestand bird black blind block
blocks blooded blue boat boned bones book books boots born borne boson bottom bound boundary bounded bowl box boy
branch branches breakers breaking breathing bred bright brimmed broken browed brown building built burning bushes cake
cakes calibrated camp cap capture carrying cart case cases category cell censored center centered centric century
chain chair chamber chambers changing channel check checking cheeked chest chosen circular clad class classical clean
client clipped cloak closed cloth clothes cloud cluster clustering coach coat coated coats coherent color colored
coloured commit common compact complexity component concave conditional cone confidence confident conjugate connected
connectivity conserving consistency consistent constrained constraint constraints consuming contact continuous
continuum control controlled convergence convex cooled cooling coordinate coordination corner corrected corrector
correlation cost country coupled coupling covariance covariant coverage creature critical crossing crowned crystal
crystalline cut cycle dark dashed data day dead dealer decay deep defined degenerate degree demand density dependent
depth derivative described designed dessous dessus detection developed device diagonal differentiable differentiation
diffusion dimension dimensional dimensionality dipole discrete disk disposed distance distant distributed distribution
dogs domain dominated door doors doped dot down drawn drift driven driver driving duration earned earth effect effects
eight electron element emitting energy enhanced enriched entropy entry epoch equilibrium error established exchange
expanding exponential export exposure expression extended eyed faced facing factor family fashion fast favoured
featured fermion fidelity field fields fight filled filling filter first fish fitting five flat flavor fledged flight
flip floor fluid flung flux folk follower foot footed for forgotten forming forward four fourth frame frames free
frequency friendly from front function functional functions game gap garden gear gebaseerde generated generating
generation geometric geschiedenis girl girls glass glasses gluon god going grade grained gray green grey group growing
grown guided haired half halo hand handed handle harmonic haunted headed heap hearted hidden high hole holes
holomorphic horizon horn horse hour house houses human hunting hyperbolic identification identified ignore image
importance important inch independent index induced inductive info information informed infrared initialization
initialized injection input inspired integer integrable integral integrated intensive interacting interaction
interference intervals invariance invariant inverse inversion item iteration jump keepers key kink knife known label
labeled lamp lamps lane large lattice law layer layout learned learning leaves left legged length lensing letter level
lhe life like likelihood limbed limited lipped liquid list local locally locked locus looking loop loops loss lost
love loving luminosity luminous machine mad made magnitude maid major makers making mannered mass master matched
matching matter maximal maximum mean measure meat mechanical mediated medium members mentioned merge mesh meson metal
metallicity mile minded minimal minute mirror mixed modal mode model modulated modulation moi molecule momentum money
moon morning mother mouth mouthed même named natured nearest necked network neutral night nine node noise norm normal
nosed nothing nucleon nucleus number object objective objects observed odd off office only ontwikkelaars open operator
optic optical optimal orbital order ordered ordering organ orientation oriented orthogonal output pack packed pail
paper parallel parameter parity particle particles parties partition party pass path paved peak peaks people period
periodic person phase phonon photon physics piece pion pipe pipes pit pixel place places plan plane planet plasma
player plus pocket pockets point polarization policy polynomial pooling poor positive post pot pots power powered
precision preserving pressure priest probability processing product profit project proof property proton pulsed push
qualified quality quark quarter quasi qubit qutrit rail rank reader receive recursive redshift reduced reduction ref
reference reflection refs regular related relativistic repetition resolution resolved resonance resonant resource
response rich right rimmed rod roofed room rooms root rotating rotor run saddle sagemaker salt sample scalar scale
scales scene scented school seat second seekers selected selection seller sensitive sensitivity sensor separated
series servant servants server service seven seventh shaded shape shaped sharing sharp sheet shell shifted shore short
shot shouldered sick sided sighted singlet sink six size sized skin skinned skins slip smelling smooth smoothed solid
sorted souled sounding source space spatial specific specified speed spherical spin splitting spoken spring square
squared stage standard star state static station stationary step stick storage store strange strategy streaming street
strength stricken stroke struck structure structured student style subject substrate sum superconductor supervised
supported surface survey sweet symmetric symmetry symplectic tag talk target task teacher telling temperature tempered
temporal tensor term terminal than that the theoretic theoretical theoretically theory thick things third thirty
thousand three threshold through throwing tide tight time tinted tip tipped tolerance toned top topped tops tower town
tracking training transfer transformed transport tree trees triangle trodden tuned tuning two type typed types uniform
unitary update uri user vacuum valley value valued valve vanishing var variable varying vector vehicle velocity voiced
volume vous wall walled watch water wave wavelength weary weight weighted wheel white wide will willed wind window
winged witted woman women workflow working world worm worn wrapped write written yard year you zero zone étale
`;

/** Whole compounds of other parts. */
export const COMPOUNDS = `
ab-initio ad-bc ad-el ad-hoc adaugă-le add-on admet-elle affiliation-address age-long ahead-of ai-je aide-de
aide-mémoire ajoutez-les all-absorbing all-at all-fired all-fours all-in all-match all-microwave all-powerful all-sky
all-to alleen-lezen alpine-stock analog-to analysis-suitable and-butter and-by and-choose and-conquer and-diagonalize
and-fifty and-forth and-hounds and-instance and-other and-out and-paste and-pepper and-seek and-silhouette and-slab
and-so and-something and-spoke and-twenty anion-surrounded apa-apa ape-man aplica-se apt-get arch-beasts array-to
as-if as-programs astro-ph at-arms at-home at-once at-worst atom-light atom-waveguide attorney-general author-reviewer
auto-complétion auto-gc auto-refined auto-scalabilità back-action back-and back-propagate back-to bag-of
baggage-animals bake-shop band-to bank-notes bas-relief bear-men bed-curtains bed-hanging before-tab benar-benar
berulang-ulang best-fit best-performing best-practice bet-hedging bi-chromatic bias-variance big-name bila-bila
blank-at bloc-diagonale block-wise blotting-pad bond-angle bounded-suboptimal branch-and branch-name branche-corrigé
bread-and breath-holding broad-line brow-beaten brute-force building-up bulk-edge burn-in but-curious cable-cable
cake-boxes cake-tea calculez-les call-by camp-marshal carbon-oxygen card-table cart-road cas-ci casi-abierta cat-file
cation-surrounded cell-edge celle-ci celle-là celles-ci celui-ci celui-là center-of cercle-droite ceux-ci ceux-là
change-of change-points channels-last charged-current chave-valor christ-child class-and class-name class-wise
clean-shaven clean-washed cliente-servidor close-in close-on close-to close-up co-added co-addition co-adds co-area
co-commutative co-creation co-creative co-located co-location co-mate co-occur co-occurrence co-occurrences co-op
co-operates co-workers code-beheer collar-bearings coloque-os command-line common-envelope companion-way compare-and
computationally-efficient conduction-band conf-reg contract-violation control-flow control-platform conv-layers
cool-core copier-coller copy-on corn-flowers correspondence-less cosmic-ray cost-effective cost-to cough-drops
count-rate counter-intuitive court-footman cpp-tiny cr-at crowd-sourcing cucumber-ruby cumulative-iterative
cylinder-head código-fonte darkly-charged dash-dotted data-programming data-race data-science daughter-in day-to
de-branche de-convolutional de-facto de-posed de-reddened de-vie dear-bought declaration-site deep-inelastic
deep-lined deep-set deixe-os delay-tolerant descobre-se detective-story deux-là di-review digital-to dip-dial
direct-initialize directory-structuur dish-washing dispersive-hydrodynamic distribution-statements dites-le divide-and
divide-by doit-on dokumen-dokumen donnez-leur dotted-line doubled-up down-conversion down-links dress-baskets dried-up
drink-offering drink-offerings drop-in dă-le east-west el-pate elementary-charge elles-mêmes en-dehors en-tête
encode-decode end-of end-sequent end-to end-users engine-burglar entre-temps entry-by est-ce est-elle est-il eux-mêmes
ev-na event-by ever-increasing ever-recurring ever-young ex-corporal ex-king ex-minister expectation-maximization
face-on fail-fail fais-le far-away far-reaching faut-il feedback-ul fermion-to fighting-men fill-out fill-up fish-men
flag-stones fly-leaf follow-up foot-and foot-passengers forget-me format-patch fountain-head free-text
freestanding-deleted frozen-in function-arrow fut-ce fă-le fă-ți gee-pole general-purpose generation-wise get-up
gin-and gitosis-init go-git go-round god-given god-self goings-on goodness-of grand-chose grant-in grants-in
grape-vines graph-agnostic great-aunt great-grandfather grip-til grown-up guess-work ha-ha hadron-hadron hal-hal
hand-crafted hand-side hand-to hand-waving hands-on hard-coded hard-core hard-reset hard-resets hard-sphere hard-to
hard-won hare-and harmonic-oscillator head-on head-over held-out help-all hemmed-in hide-and hit-and ho-ho ho-shun
hoar-frost hom-functor hom-functors hom-set hom-sets home-feeling honest-but http-backend http-fetch hub-and
hyper-articulation hyperedge-nestedness if-else if-then imap-send in-between in-context in-focus in-indent in-mask
in-one in-semicomplete in-situ in-vivo include-untracked indent-with india-rubber inf-sup initio-computed inside-out
integrate-and inter-annotator inter-bubble inter-excitonic inter-planetary inter-site inter-species inter-system
inter-telescope inter-trial internet-of isom-sheaves iu-ming jet-fragmentation jump-diffusions kadang-kadang kata-kata
kedua-dua keypoints-and khan-li kiha-pu king-shark kitty-mouse laboratory-assistant labour-notes lack-lustre
laissez-les langkah-langkah latency-minimization laughing-stock le-ai lean-to leave-one li-ion life-preserver
ligand-receptor like-sign line-of line-sparse lira-la list-keys load-balancing local-global lock-in log-log log-odds
log-producing log-regularly log-uitvoer love-days love-juice love-letters lvalue-to lê-lo main-sequence make-believe
man-child man-eater man-hauling mana-mana mantenha-se map-reduce mark-up markov-switching marque-page marque-pages
mass-action mass-completeness mass-mapping mass-radius mass-to material-decomposition mauvais-nom max-flow max-min
max-over me-not mean-variance meta-algorithm meta-linguistic meta-logical mi-chemin micro-displacement
micro-structures micro-videos microsoft-handelsmerken mid-air mid-stream mid-transit mid-winter mill-race min-batch
min-max mini-instruct mini-sistema mir-pretty mode-squeezing model-fitted moment-là monomer-monomer monotone-sequences
moon-calf more-or moskoe-ström mot-clé my-zsh nama-nama named-entities nano-grains nano-oscillators naturally-sourced
near-extremal near-perfect near-repeat near-unity near-wake nearest-neighbor nested-hypergraph neutral-current
never-ending new-file new-found new-laid new-lesion nilai-nilai nitrogen-vacancy no-cloning no-contradiction no-merged
no-merges no-metadata no-op no-signaling no-signalling no-verify nom-de nonconstant-stabilizer north-south not-so
notons-la nu-și nu-ți object-occluded object-part object-parts objective-git of-arms of-arrays of-art of-concept
of-costs of-date of-experts of-fact of-fit of-freedom of-interests of-line of-memory of-primes of-sequence of-sight
of-speech of-states of-thin of-thing of-thumbs of-view of-vocabulary of-words off-by off-detector oh-my on-board
on-chip on-detector on-exec on-rats on-site on-sky or-less or-or orang-orang order-of order-parameters order-planning
other-systems out-and out-of out-semicomplete over-completeness over-dispersed over-harbour over-heels
over-parametrized oz-ma palavra-chave part-of partial-duality passer-by patch-id patch-ruby patch-wise pea-jacket
peak-end peg-revisions pent-up pepper-and per-intent person-context person-view perturb-and phoronix-test php-zip
pile-scramble pistol-bullet plate-forme play-actor playing-cards plus-one plus-penalty plus-quadratic point-by
point-selle point-set point-to pop-up port-captain pre-activation pre-auto pre-eminence pre-eminently pre-equivalence
pre-existing pre-explosion pre-glitch pre-images pre-imaging pre-impact pre-main pre-production pre-rebase pre-season
pre-train pre-triangulated precision-recall premise-hypothesis prestazioni-efficienza previously-reported
prize-fighter pro-aktív pro-isomorphic probe-brane problem-solving product-moment project-history projek-projek
projeto-pai proofs-as propositions-as proyek-proyek publicly-accessible pump-probe pump-pulse push-bike pushed-in
păstrează-ți quad-core quad-pulses quelques-unes quelques-uns question-answering random-sampling random-walk
rank-nullity rat-catching rat-trap ray-tracing re-analysed re-binned re-echoed re-enter re-entered re-entering
re-establishment re-examine re-examined re-executing re-expressed re-fusionner re-interpreted re-starting
re-structuring reach-avoid recurse-submodules red-and red-arm red-hot red-sequence ref-cible ref-origin reliable-route
remote-hg repetition-rate report-status request-pull request-sjablonen rev-parse rig-surjective roly-poly
rotational-torsional rough-on rt-s² run-sched runner-up ré-appliquer sai-di sailing-ship sass-wood scarf-pin
schrödinger-picture sea-birds sea-breeze sea-coast sea-gull sea-ice sea-land sea-loch sea-mist sea-monster
seeing-brightness seifert-van send-email sentence-embedding sentirem-se sequence-to serait-ce set-membership
set-quotients set-to set-upstream seven-and sharp-edged she-goat show-signature sign-expansions sign-problem sinta-se
sky-line slag-pools sledge-meter slow-roll small-fry smash-up so-and so-called social-distancing son-in sont-elles
south-east sparse-reward speaking-tube speech-to spike-and stainless-steel stan-dev star-dials star-formation stay-at
stay-sail steam-engine step-by step-dame strain-relaxed strong-line structural-form sub-action sub-actions
sub-arguments sub-cellar sub-contraction sub-currency sub-goal sub-meshes sub-millimeter sub-mm sub-networks
sub-questions sub-reflector sub-regions sub-samples sub-segment sub-segments sub-tasks sub-árvore sum-of sum-rate
sum-to sun-baked sun-dial sun-dried sun-heat sun-kissed sun-worshipper super-bat super-importante super-progetto
super-projet super-solar surf-board susceptible-infectious svn-id syarat-syarat să-și să-ți tab-in tanda-tanda
tape-end tau-leptons tea-ceremony tea-cup tea-ideal tea-ideals tea-plant tea-tray tear-stained tell-tale ten-cent
ten-pound test-suite test-svn test-tubes text-to texture-less than-light the-air the-art the-end the-fly the-shelf
the-way the-wild then-else thick-set thin-air tiempo-real title-deeds to-all to-back to-be to-date to-digital to-end
to-fine to-fore to-leading to-light to-many to-member to-morrow to-one to-pointer to-rvalue to-score to-sequence
to-text to-txt to-use top-hat top-heavy tornam-se tornar-se trail-rope trans-continental trans-lead transport-rider
trata-se treewidth-fragile try-on tut-tut twitter-account under-estimation under-secretary unheard-of uniform-in
unlike-sign up-links up-to upstream-to utilisez-les utilize-os vehicle-to verify-signatures versus-all visible-light
vs-all wake-up warm-start wash-tub washed-out wave-packet wheel-ruts wheel-tracks whispering-gallery wide-area
wide-awake wide-spreading wild-goose wind-swept witch-doctor witch-doctors with-non woe-begone wood-pile word-diff
word-meaning word-senses worn-out would-be wrap-around yo-ho zoom-in și-au ți-ai ți-ar
`;

/** Words written solid although they begin or end like a compound: `highlight`, `disorder`. */
export const SOLID_WORDS = `
aanlopen abnormal aborder accorder accost accuser activar adduser adenine aeroplane aerospace affright affront
aforementioned agentiche aircraft aircrafts aires airfoil airfoils airily airless airline airliner airlines airlock
airmass airplane airports airship ajustar akarod alltag amuser anchorage anchored anfangsphase anggap angleterre
anhand antichain anticipate anticipated anticipating anticipation anticipations anticipative anticipo anticipons
anticlockwise anticoncentration anticoordinators anticorrelated anticrossings antics antiderivative antiferromagnet
antiferromagnetic antiga antigas antigo antigone antigos antiguo antikamnia antinous antipas antipathy antiphase
antipholus antipodal antipodes antipolo antiproton antiquarian antiquated antique antiquity antiretroviral
antisymmetric antisymétrique antiviral anytime appoint armchair assorted astrophysics ativar atomically atomicity
attentional autocorrelation awesome awesomebranch axialvector axisymmetric backbones backdoor backpack backtracking
ballroom bandbox bandgap bandlimited barefoot barmaid barycenter barycentric basepoint basisbefehl basisbefehle
basisbefehlen basiselemente basisregels basisvektoren basiswechsel batchsize bathe bathroom bathrooms battlefield
bayard bayou bayswater beamed beamformers beamforming beaming beamlet beamlets beamline beamspace beamsplitters
beamwidth bedchamber bedclothes bedroom bedrooms beforehand behalf beheaded belike bellair belles bellies belligerent
bellissimo belllounds bellmont bellomont bellow bellowed bellowing bellows bemerken bemerkt bemüht bemühungen
benefactor bespeak betaald betalen bethe betide bettered betteredge bicontinuous bicycle biharmonic bilayer bimodal
biomass biphoton birden birdsburg birthday birthdays blackberry blackbird blackbody blacken blackened blackening
blacker blackest blackguard blacking blackmail blackmore blackness blackpool blacksmith blackstick blanchfield blithe
blockchain bloodless bloodshed bloodshot bloodstained bluebells blueberries blueprint blueprints bluest bluetooth
blythe bondwoman bookcase bookcases booked booking bookkeeping bookseller bookshop bottomonium boylike bpref
bradstreet braided brainless braneworld breakdown breakfast breakfasted breakthrough breaktime breathe brickmaking
bridegroom brokenly broomstick buckskin buggy bugle bugün buildroot buttoned bycie bygone byli byng bypass byproduct
byron bystanders byte bytes byłoby cacheinfo calfskin candlestick canine capitalist cardot careworn carpentry carpeted
casement caswall cathcart cazuri centigrade centrosymmetric chained chaines chaining champion chancellor chancery
channeled charlottetown charwoman chatfield checklist checkpoint checksum chemically chemotaxis chesterfield childlike
chrisfield chromebook churchyard cityscapes clientes clientseitige clinfo clockwise clockwork closedness clothe
clouded cloudless coachman coarsely coarseness coarsening coarsest coated coating coatings coatom coattention
coboundary cochain cocked cocktail cocoanut cocontinuous cocycle codebasis codebook codependent codimension codomain
collectstatic colorable colorado colored coloring colorings colorir colorisation coloriser coloriza colorless coloured
colouring colourings colourless columnar columnas commitado commitar commiter commitment commitnachricht commitobjekt
committare committata committato committe committed committee committees committen committer committest committet
committete committi committing commode commonly commonplace compass computergraphik concentric conflicten conflicteren
conflicting conflictos conforming confront connecticut conservant conserver constate constraining contextes contextual
contextuel contextuels contextul continuously contrapositive contredire contredit conveyed coproduct copyleft
copyright corank corect corectă coreshine cornered cornerstone cornwall correlated countermodel counterterm countryman
countrymen countryside courtyard covector coventry covtype cowboy crabtree crackpots createsuperuser crimean crossed
crosses crossing crossings crossmatch crossover crosstalk crosstalks cumplan cuthbert cutlets cutoff cutoffs cutouts
cutter cutting cuttings cuttlefish cybersecurity cyclist datapoint datatypes daytime deathlike deathly decisiones
decked decken decorrelated decoupled decoupling decrepit deerslayer deforming degenerated degrade delaware delcamp
delensing demigods demikian depolarization depot depots derivar desactivar desativar desktop desmotivar despot
detestation detuning diagnosed dianggap differentially diquark disappoint disclosed discolored discoloured
disconnected discontinuous discretely dislike disobeyed disorder disordered disparity displace djangogirls dogged
doggedly doggie dogma domaines donkey doorlopen doorstep dorozhand doublement doublets downright downsample downtime
downtown dragomiroff dragonproof drawdown drepturi drying dryly dualities duality dualizing dually ducking dulled
duller dullness dusted duster dusting déplace earshot eccentric ecstatic edgeworth effaced eigenbasis eigenenergy
eigenfunction eigenfunctions eigenspace eigenstate eigenvalue eigenvariable eigenvector eighteen eighteenpence
eighteenth eindimensional elasticae elastically elasticity elastizitätstensor electronic electronically electronics
electrostatic emphasize emphasized emplace empowered emptying encamp enchain enclosed encompass endpoint enlarge
enlist enrich equidimensional equidistant equipartition errores escolhe evangelist evergreen everyday exchangeable
exchanging excitonic exomoon exoplanet exportar exportdata exported exporter exporteren exportieren exporting eyeball
eyeballs eyebrow eyebrows eyeglass eyeing eyelash eyelashes eyelid eyelids eyesight facebook falloff fallthrough
falmouth faraday farmhouse fasten fastened fastening fastenings faster fastest fastidieux fastidious fastidiousness
fasting faultless feathered feathering featherstone featurebranch featureless feedforward fellowship feminine
femtosecond ferryboat fewer fewest fibered fiberwise fibred fielding filtered filteren filtering finely fineness
finery finesse finest finestra finetune finetuned finetuning fingered fingering fingertips finitely finiteness
firearms fireball firebrand firefox firelight firelock fireman fireplace fireside firewall firewalls fireworks
firstlings firstly fiscale fixedly fixpoint flavored flowering fluxes fluxos fogod foolscap footpath footstep
forcefully forcera forceren forefront foregoing forestall forested forráskódot fortnight forwarded forwarding fourfold
fourier fourni fournie fournir fournis fournissant fournissent fournit fourscore fourteen fourteenth fourth freenode
freight freshening freshly freshman freshmen freshness friday frontal frontend frontera frontier frontiers frontière
fruitful fruitless fulfilled fulfilling fuller fullest fullness fulltext futuri făcut gardener gardeners gaseous gases
gashes gaskell gasolene gasoline gasped gasping gasps gasta gastar gastaria gasto gaston gastrat gastvrije gateway
gecommit genotypes gentlewoman gerebased gestore getaclaccessdata ghostly gitattributes gitconfig gitdeflatebound
github gitignore gitlab gitmessage gitmodules gitobject gitodbbackend gitolite gitosis gitserver gitserveur gitter
gitterpunkt gitweb glvalue godlike goodbye goodly goodman goodness goodrich goodwife goodwill goodwin grainsize
grandmother grasses grasshopper grasshoppers grassmann grassmannian grassmannians gravar gravely gravest graveyard
grayish grayscale grayson greatcoat greenhouse greybody greyer greyhounds greyle greystoke gridding grievous
groundbreaking grounded grounding groundless groundwork gudrun gunboat gustar gyrocenter hairless hairpin halfspace
halfway handbag handicap handmaid handwritten hauptbranch henceforward hermunduri herod heterostructure hierdoor
highbury higher highest highland highlands highlight highlighted highlighting highlights highly highness highroad
highway highwayman highways hillocks hillside hockey holiday homesick honeycomb honeymoon honeysuckle hoofdbranch
hoofdproject horseback horsehair horseman horsemen horseshoe hostage hotspot hotspots housemaid housetop humanised
humanity humanly humanos hundredfold hundredth huntingdon huntington hydrogenic hydrostatic hyperfield hyperfields
hypergeometric hyperholomorphic hyperparallel hyperparameter hyperplan hyperplane hypersurface hypothesize
hypothesized illegal illegitimate illetve illimitable illinois illness illnesses illuminate illuminated illuminating
illumination illumine illumined illusion illusions illusive illustrate illustrated illustrates illustrating
illustration illustrations illustrative illustrato illustre illustrer illustrieren illustriert illustrious illustré
imagens imagery imbalanced imprecision improbability inattention inbound incentivar incluído incoherent inconsistency
inconsistent independent indoor indoors industrialist inequality infidelity influx informational informationen
informationsquelle informing infrastructure ingrained inharmonic inhuman insensitive instar instelling interchanging
interconnected interdependent interlayer interrelated intershell intracavity intracellular intracluster intractability
intractable intraday intraoral intraprendere intrare intravenous invariable ipsum ironic ironical ironically irregular
isoscalar isospin jamestown jasperson jellyby jonathan journalist journeyed kapot kernelized keyboard keydir keylogger
keyphrases keypoint keypoints keyword keywords kirchhoff kneeled kneeling kronrod kódot lampes lamplight laplace
laptop laptops largely largement largest largeur layered layerwise leaflets leastways lebrun leftmost leftwards
leghorn lengthen lengthened lengthscale leptoquark lestrange lethe lettering letterlijk levar leveled levelled
levelling leírod lifeboat lifelike lifestate lifetime lightcone lightcones lightcurve lighted lighten lightened
lightening lightens lighter lightest lighthouse lighting lightlike lightly lightness lightning lightnings lighttpd
lightweight limestone lineshape listar litchfield llevar lmccart lockdown locuri lognormal longbourn longed longer
longest longing longings longitud longitude longitudinal longitudinally longstanding longtemps longue longues longueur
longueurs lookahead looped loophole looping loopless lorentzian lowell lower lowercase lowered lowering lowermost
lowers lowest lowing lowly lowood lsblk lseek lucruri lunched luncheon légitime macfarlane machinery macrostate
madhouse madoff magnetotransport mailen mailing mailinglijst mailinglijsten mailingliste mailingową maillijst
manifestation manlike mansfield mantelpiece maritime markdown marketing mastered masterful mastering masterly
masterpiece matrixdarstellung matrixelemente matrixform matrixschreibweise mattered meantime mediumship megapixel
memoryless menganggap mergers mergetool mermaid merryweather metadata metallic metallicities metallicity metallize
metatheory mevcut microlensing microphase microstate microstructure microwave midday middleman middlesex midnight
midplane midpoint mikhailoff milked milking millionaire millionen millisecond misaligned mischievous miseries
mismatched missouri misspecified moderately moduri monday monkey monolayer monopolist morehouse mossel mosses
motherhood motherly motivar mountainous mountainside muchas muchos muhammad multibeam multibox multicast multicategory
multichannel multiclass multicomponent multicore multidimensional multidisciplinary multiferroic multifunction
multigrid multiheaded multihilo multihop multiindice multilayer multilayers multilevel multilingual multilingue
multimedia multimodal multimodale multimodali multimode multinomial multiobjective multipartite multipartition
multipartitions multipath multiphase multiphoton multiplayer multiple multiples multiplet multiplets multiplexación
multiplexed multiplexing multipli multipliant multiplicando multiplication multiplications multiplicative
multiplicativement multiplicidad multiplicidades multiplicities multiplicity multiplicité multiplicités multiplie
multiplied multiplier multipliers multiplies multiplikation multiplikationen multiplikativ multiplikative multiplions
multiplizieren multipliziert multiplié multiply multiplying multipole multipoles multipopulation multiprocesador
multiprocesadores multiproceso multiprocessing multiprogramación multiprogramado multiscale multiselector
multiselectors multiset multisets multisine multitarea multitask multitasking multithreaded multithreading multitude
multitudes multiuser multivalued multivariable multivariante multivariate multiwavelength mushroom myproject
métadonnées măsuri nachrichtenblock namespace nanobeam nanoparticle nanoparticles nanoscale nathan naturalist
neckerchief necklace nearby nearest nearing necktie negatively nervous networked networking neutrinoless newborn newsletter newspaper
nichtnegativen nichttriviale nightcap nightfall nightgown nightingale nightly nightmare nightmares nighttime nineteen
nineteenth ninety noiseless noiselessly nonadiabatic nonchalance noncommutative noncompact nonconstant nonconvex
nondegenerate nondeterministic nondipole nonempty nonenumerable nonequilibrium nonetheless nonexistence nonextensive
nonforward noninformative noninteracting noninvertible nonlinear nonlinearities nonlinearity nonlocal nonlocality
nonmagnetic nonmonotonic nonmonotonicity nonnegative nonostante nonparametric nonperturbative nonperturbatively
nonphysical nonplussed nonpositively nonprofit nonrandom nonrelativistic nonsense nonsensical nonsingular nonsmooth
nonstandard nontarget nontopological nontrivial nonuniform nonvanishing nonzero nonzerodivisor noonday noontide
noontime norfolk notebook notebooks novelist nursemaid nutshell oaken oakland oakshott obeyed obscene observant
observar observer oddest oddity oddly offhand offspring oiled oiler oldacre oldalon oldalt olden older olderman oldest
oldrev oldring oldset olduklarını oldukça olduğu olduğuna olduğunca olduğunda olduğundan olduğunu oluşturun oneerlijk
oneline onely oneness oneself ongoing openbaar openbare opendiff opened openen opening openings openly openness
openshaw opensource openssl openstaande opgelost oplost optically optomechanical orientational orthonormal osborn
osborne ostrich osxkeychain outbound outdoor outdoors outermost outgoing outgrown outhouse outlaw outperforming
outpost outright outspoken overcoat overdensity overfitting overgrown overlooking overnight overpower overpowered
overrun oversized overwrite pageant paleness paleontology palermo palestine palestra paraconsistency paraconsistent
parallaxes parameterization parameterizations parameterize parameterized partagent pastime pathetic pathfinder
pathfinders pathless pathname pathological pathology pathos pathurst pathway pathways pathwise patterned patterning
payoff penknife performing permitem petticoat petticoats phaseless phenotype photoelectron photonic photonics
phpclient pigeonhole pilgrimage pinhole pinpoint pitched pitcher pitchfork pitching pivotelement playhouses playthings
pocketbook pointlike polecrab polyanalytic polycrystalline polyharmonic polynomiales polynomially polytypes portsmouth
poseer posets positively postagem postagens postal postaraj postdoctoral posted posten poster posterior posteriores
posteriori posteriormente posteriors posterity posters postfix postgres postgresql posting postmaster postmerger
postnikov postorden postpone postponed postponing postprocessing postscript poststratification postulate postulated
postulieren posture postępowania postępowanie powdered powered powerful powerfully powering powerless praxis
precategory predefined predominated prefactor preimage preorder preprocessing preserver presided prestar pretraining
preyed printexport prochain prograde protocluster protostar prototype prototypes prvalue préservant pseudocode
pseudogap pseudopotential pseudopotentials pseudorandom pseudorapidity pseudoscalar pseudospectral pullback pullbacks
pulled pullen pulleys pulling pulpit pushforward pythonanywhere quantumness quarkonia quarkonium quarterdeck quartered
quartering quarterly quasiconformal quasidifferential quasiment quasinormal quasiparticle quasiparticles quasiperiodic
quasiprobability quasistatic quasisymmetric rackbranch rackspace radioactive radioactivity ragtime ramanujan raters
reactionary rebased rebuilding recap recolored recorder redistribution redshifted refilled reforming refuser
regeneration regional regiones relaxes remembers reminded remplace rendezvous reordering replace replaces reprocessing
reproof repulsed resample rescale reservar reshape resided resize resized resorted resounding resource resourceful
ressource restate restore restraining retraining retrofitting retrograde rewind rewrite rewritten richest righteous
righteousness rightful rightfully rightly rightmost rightwards ringdown risked riskieren risking rokoff roluri rooted
roseate rosenlaui rosette rossum roundabout rounded rounding roundly roundness rubyclient rubygems rulers runserver
runtime répartition sabbath sackcloth sailcloth saltare salters salton salvar samplers sandals sandbanks sanded sandia
sandstone sandwich sandwiched sandwiches saturday sawdust sawed sawtooth sawyer scalarization scathe schloss scholes
schoolboy schoolboys schooled schoolfellow schoolhouse schooling schoolmaster schoolmistress schoolroom scoff scopuri
screenshot scythe seashore secondary seconded secondes secondly seeded selfish selfishness selfsame semantical
semantically semicircle semiclassical semicomplete semiconducting semiconductor semiconductors semidefinite
semiflexible semigroup semigroups semihadronic semileptonic semimetal semimetals seminal seminars seminggu seminormal
seminorme seminormes seminorms semiotic semiparametric semiring semirings semisimple semistable senseless serveren
serverfix serverseite serverseitige shamefaced sheffield shellfish shelling shocked shocking shockingly shoemaker
shortcoming shortcomings shortcut shorten shortened shortening shorter shortest shorthand shortlog shortly shortness
shotgun shouldered shouldering showcase shrank sicuri sideband sidebands sideboard sidelong sidestep sidewalk
sidewalks sideways signaled signaler signaling signalisiert signalling silverman silversmith simile singleton
singletons singletree singlets sintaxis sitesi sixpence sixteen sixteenth sixth sixty sizeable skewbald skewed
skewness skipped skipper skipping sleight snapshot snowdon snowhopper snowing soapbox socialist softwareproject
solarite solidarity solides solidification solidity solidly solomonoff someday someplace sometime soothe sorun
soulless souslin soustraction soustraire spacecraft spacelike spaceport spacers spaceship spacetime spacetimes
spatially spatiotemporal specialist spectrally spellbound spindle spines spinless spinner spinning spinodal spinon
spinons spinor spinors spintronic spintronics sprich springtime squarely staircase staircases standardbasis standpoint
stanfunctions statefinder stateful stately statement statements statesman statesmen steadfast steamboat stepmother
stepsize stereotypes sternchen sterner sternly storeroom stormed storming storylines straightforward stressed stresses
stressing stringfield strychnine stubborn stubborne subcases subcategory subclass subcluster subcritical subdata
subexpression subfactor subfield subfields subgap subgroup sublattice sublayer subnetwork subobject subobjects
suboptimal subsample subsided subspace substructure subtask subterm subthreshold subtree subtrees subtype subtypes
subwindow suchiloff suffolk sunbeam sunday sundown sunspot sunspots supercell superclass superconvergence
supercritical superfields superfluid superhuman superpixel superproject superspace superstructure supersymmetric
supersymmetry supertypes supplehouse surnamed surpass surplus surrealist surveyed swordsmen synoptic syntaxes
synthesize synthesized tablecloth tabletop tapeworm targeted targeting tasksel teachest teapot tegenstelling
tekstbestand tensoren tensorflow tensorial tensoriel tensoriels testar textbook textbooks thedot thenceforward
therefrom thermalisation thermalised thermalization thermalize thermalized thermally thermofield thermopower thirdly
thousandth threadbare threaded threading threefold threepence thumbed thunderbird thursday tighten tightened
tightening tighter tightest tightly tightness tijdstip tijdzone timelike timeliness timely timeout timeouts timepoints
timers timescale timescales timestamp timestamps timestep timesteps tipuri today tonight toolbox toolchain tothe
touchdown tradeoff transforming transitional treedepth treeobject treewidth trespass trichlorosilane trilayer triplets
trouser truest truthful truthfully truthfulness tuesday tukey turkey turnkey twofold twoich twoim twoja twoje twojego
twojej twoją twopence tworzenia tworzysz twould typeclass typedef typefout typefouten typename typesetting typewriter
typewritten uiteengelopen ultime ultracold ultrafast ultraperipheral ultrasound ultraviolet umgebungsvariable
unaligned unaware unbalanced unblocked unborn unbound unbounded unbroken unchanging unclean uncommon uncommonly
unconditional unconnected unconstrained uncontrolled uncorrelated undefined underfoot undergoing undeveloped undoped
unfriendly unfulfilled unidentified unimodal unimportance unimportant uninformed unknown unlabeled unlike unlimited
unlocked unmatched unmixed unnamed unobserved unordered unpack unpacked unqualified unrelated unresolved unselfish
unshorn unspecified unspoken unstage unstructured unsupervised unsupported untrodden untyped unweighted upbraided
upgrade uppercase uppercross uppermost upright upsample upshot upwind userai useremo userlist username valueless
vcsinfo vergroot verloop verlopen viceroy viceversa viewpoint vineyard volumetric voluminous vruntime waardoor
waistcoat waistcoats wakefield walkthrough walled wallet wallingford wallis wallpaper wantonly warehouse warehouses
warlike washerwoman watercourse watered waterfall waterloo watermarking waterproof waterworks wavefront wavefunction
wavefunctions wavelength wavenumber wavevector waypoint weatherstaff webserver wednesday welled weller wellicht
wellington wellposed werkstation wheelhouse whirlwind whiskey whitechapel whitehall whitehead whitehouse whitened
whiteness whitespace whitespaces whitewash whitewashed wikidata windowed windowing windowsill winesburg winged
wishlist withdrawn wolfish wolfram woodhouse workhouse workroom workspace workstation worldly worldsheet worldvolume
worldwide wormhole wormholes worsted wristwatch writers wronged wrongfully wrongly wyckoff yearly yearned yearning
yellowish yeobright yesterday zaroff zeroes zeroth équidistant łatwo
`;

/** Words of five letters and more that closed compounds begin with: `under|stand`, `counter|part`. Other words of that length seldom do. */
export const SOLID_STARTS = `
after counter every extra forth frame grand guide hence house inter micro other super there thence trans under
`;

/** The same at their ends: `relation|ships`, `success|fully`, `reach|ability`. */
export const SOLID_ENDS = `
ability after father forth fully heart holds house lines lying parts ships stand standing stands stood taken taking thing times
where while works
`;
