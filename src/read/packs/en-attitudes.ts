// English verbs of attitude: what their subject thinks of, or does in words to, their object. They attribute less
// surely than verbs of saying, so their weights are low. Own list, from verb classes of judgement, desire, manner of
// speaking and discussion. Same line format as `en-cues.ts`.

export const ATTITUDE_LINES = `
thank/- asserts say nw:for 0.6 noun
admire/- asserts mind n 0.6
respect/- asserts mind n 0.5 noun
resent/- asserts mind n 0.6
loathe/- asserts mind n 0.6
detest/- asserts mind n 0.6
despise/- asserts mind n 0.6
dread/- asserts mind nc 0.6 noun
regret/regrets/regretted/regretting admits mind cn 0.6 noun
appreciate/- asserts mind cn 0.5
distrust/- asserts mind n 0.6 noun
mistrust/- asserts mind n 0.6 noun
misjudge/- asserts mind n 0.6
underestimate/- asserts mind n 0.55
embrace/- asserts mind n 0.5 noun
resist/- denies mind n 0.5
deplore/- asserts say cqn 0.7
belittle/- asserts say n 0.7
disparage/- asserts say n 0.7
demean/- asserts say n 0.6
insult/- asserts say n 0.5 noun
taunt/- asserts say qn 0.7 noun
tease/- asserts say qn 0.5 noun
needle/- asserts say n 0.5 noun
bash/bashes/bashed/bashing asserts say n 0.6
trash/trashes/trashed/trashing asserts say n 0.5 noun
berate/- asserts say qn 0.8
upbraid/- asserts say qn 0.8
admonish/admonishes/admonished/admonishing asserts say qcx 0.8
vilify/vilifies/vilified/vilifying asserts say n 0.7
malign/- asserts say n 0.6
smear/- asserts say n 0.6 noun
exaggerate/- asserts say n 0.5
understate/- asserts say n 0.6
overstate/- asserts say n 0.6
plead_not/pleads/pleaded,pled/pleading denies say n 0.8
plead_guilty/pleads/pleaded,pled/pleading admits say n 0.8
champion/- asserts say n 0.5 noun
salute/- asserts say n 0.5 noun
commend/- asserts say qn 0.7
compliment/- asserts say n 0.6 noun
congratulate/- asserts say n 0.6
extol/extols/extolled/extolling asserts say n 0.7
exalt/- asserts say n 0.6
glorify/glorifies/glorified/glorifying asserts say n 0.5
challenge/- denies say n 0.5 noun
discount/- denies say n 0.5 noun
disclaim/- denies say n 0.6
disown/- denies say n 0.5
rebuff/- denies say n 0.55
brush_off/brushes/brushed/brushing denies say n 0.7
shrug_off/shrugs/shrugged/shrugging denies say n 0.7
play_down/- denies say n 0.7
gloss_over/glosses/glossed/glossing reframes say n 0.6
highlight/- asserts say cn 0.6 noun
address/addresses/addressed/addressing asserts say n 0.4 noun
reference/- asserts say n 0.5 noun
invoke/- asserts say n 0.6
lay_out/lays/laid/laying asserts say n 0.7
set_out/sets/set/setting asserts say n 0.5
roll_out/- asserts say n 0.5
bring_up/brings/brought/bringing asserts say n 0.6
unveil/- asserts say n 0.6
promote/- asserts say n 0.45
preach/preaches/preached/preaching asserts say qcn 0.7
broach/broaches/broached/broaching asserts say n 0.7
debate/- asserts say cn 0.5 noun
ponder/- asserts mind cn 0.6
contemplate/- asserts mind cn 0.6
weigh/- asserts mind cn 0.5
envision/- estimates mind cn 0.6
envisage/- estimates mind cn 0.6
foreshadow/- estimates say n 0.4
depict/- reframes say n 0.6
paint/- reframes say n 0.4
frame/- reframes say n 0.35 noun
chronicle/- asserts say n 0.5 noun
ignore/- asserts mind n 0.45
overlook/- asserts mind n 0.4
love/- asserts mind nt 0.45 noun
hate/- asserts mind nt 0.45 noun
dislike/- asserts mind n 0.55 noun
long_for/- demands mind n 0.7
yearn/yearns/yearned/yearning demands mind tw:for 0.7
crave/- demands mind n 0.6
vie/vies/vied/vying demands want t 0.6
strive/strives/strove,striven/striving demands want t 0.6
attempt/- demands want t 0.45 noun
hesitate/- declines mind t 0.55
insist_on/- demands say n 0.8
press/presses/pressed/pressing demands say nx 0.45 noun
grill/- asserts say n 0.6 noun
quiz/quizzes/quizzed/quizzing asserts say n 0.6 noun
query/queries/queried/querying asserts say cn 0.6 noun
brief/- asserts say ca 0.45 noun
lecture/- asserts say n 0.5 noun
warn_against/- asserts say n 0.9
warn_of/- asserts say n 0.9
warn_about/- asserts say n 0.9
argue_for/- demands say n 0.85
argue_against/- denies say n 0.85
argue_about/- asserts say n 0.6
speak_out/speaks/spoke,spoken/speaking asserts say n 0.5
lobby_for/lobbies/lobbied/lobbying demands say n 0.7
lobby_against/lobbies/lobbied/lobbying denies say n 0.7
vote_against/- denies mind n 0.45
side_with/- asserts mind n 0.5
agree_with/- asserts say n 0.7
disagree_with/- denies say n 0.7
point_to/- asserts say n 0.65
hint_at/- asserts say n 0.8
dwell_on/dwells/dwelled,dwelt/dwelling asserts say n 0.6
elaborate_on/- asserts say n 0.6
comment_on/- asserts say n 0.6
react_to/- asserts say n 0.45
respond_to/- asserts say n 0.45
reply_to/replies/replied/replying asserts say n 0.5
scoff_at/- denies say n 0.8
bristle_at/- asserts mind n 0.7
balk_at/- declines mind n 0.6
rejoice/- asserts mind cn 0.5
look_forward/- asserts mind n 0.5
care_about/- asserts mind n 0.6
think_of/thinks/thought/thinking asserts mind n 0.4
think_about/thinks/thought/thinking asserts mind n 0.4
know_about/knows/knew,known/knowing asserts mind n 0.4
believe_in/- asserts mind n 0.75
read/reads/read/reading asserts say q 0.7
sing/sings/sang,sung/singing asserts say qn 0.6
recite/- asserts say qn 0.7
mutter/- asserts say qcp 0.9
murmur/- asserts say qcp 0.9 noun
scream/- asserts say qcp 0.8 noun
sneer/- asserts say qp 0.8 noun
fume/- asserts say qcp 0.8
gripe/- asserts say cqw:about 0.85
grumble/- asserts say cqpw:about 0.85
quibble/- asserts say n 0.4
crow/- asserts say qcp 0.6 noun
gush/gushes/gushed/gushing asserts say qp 0.7
intone/- asserts say qp 0.9
theorize/theorizes/theorized/theorizing estimates say c 0.8
theorise/theorises/theorised/theorising estimates say c 0.8
hypothesize/hypothesizes/hypothesized/hypothesizing estimates say c 0.8
deduce/- asserts mind c 0.7
infer/infers/inferred/inferring asserts mind c 0.7
`;
