extension MailPhrases {
    static let english = MailPhrases(
        language: .english,
        phrases: [
            (
                .no,
                [
                    "not/t moving/going/proceeding/progressing/taking/continuing .. your application/candidacy/candidature",
                    "not/t be moving/going/progressing/proceeding/continuing/taking/advancing/considering/pursuing .. your application/candidacy/candidature",
                    "not/t be moving/going/progressing/proceeding/continuing .. with you",
                    "not to .. your application/candidacy/candidature",
                    "not to .. move/proceed/progress/continue/go .. with you",
                    "not/t be moving/taking/progressing/advancing you",
                    "unable/able/cannot/t [to] offer/offering you .. position/role/job/place/interview/employment/opportunity/internship/contract",
                    "unable/able/cannot/t [to] take/move/progress/advance/consider/pursue/proceed/shortlist .. your application/candidacy/candidature",
                    "unable/able/cannot/t [to] take/move/progress/advance/consider/shortlist you",
                    "unable/able/cannot/t [to] invite you .. interview/stage/round",
                    "not/t be offering/inviting/extending/shortlisting you",
                    "not/t be offering/inviting/extending/making .. offer/interview",
                    "your application/candidacy/candidature/interview ... unsuccessful",
                    "your application/candidacy/candidature/interview ... not/t [been/be/was] successful",
                    "you were/are/have/been/ve .. unsuccessful",
                    "you were/are/have/ve/will/did .. not [been/be] [further] selected/shortlisted/chosen/successful/advanced/considered/progressed/invited",
                    "you weren/aren/haven/won/didn t [been/be] [further] selected/shortlisted/chosen/successful/advanced/considered/progressed/invited",
                    "not [been/be] selected/shortlisted/chosen for/to .. this/the role/position/job/vacancy/interview",
                    "not selected/shortlisted/chosen you",
                    "your application/candidacy/candidature/profile/cv/resume ... not/t [been/be] [further] selected/shortlisted/chosen/progressed/progressing/considered/advanced/advancing/accepted/proceeding",
                    "your application/candidacy/candidature ... not/t be taken/moving/going .. further/forward",
                    "your application/candidacy/candidature ... not/t move/progress/proceed/advance/go .. forward/further/stage/round",
                    "your application/candidacy/candidature ... has/have/was/been .. rejected/declined",
                    "declined/rejected your application/candidacy",
                    "you are/re no longer .. consider*",
                    "your application/candidacy/candidature/profile ... no longer .. consider*",
                    "no longer consider/considering you/your", "decided against .. you/your",
                    "pass on your application/candidacy/candidature",
                ]
            ),
            (
                .noInContext,
                [
                    "not/t moving/going forward/ahead/further",
                    "determined/concluded .. not .. move/proceed/progress",
                    "decided/chosen/elected/opted/decision not to .. move/proceed/progress/continue/go/advance/pursue/take/extend/make",
                    "not/t be moving/going .. forward/ahead/further",
                    "not/t be proceeding/progressing/continuing",
                    "not/t move/proceed/progress/go .. forward/ahead/further",
                    "move/moving/moved/proceed/proceeding/proceeded/progress/progressing/go/going/gone/went/pursue/pursuing/advance/advancing/focus/focusing .. other/another/different/stronger .. candidate*/applicant*/application*/profiles",
                    "continue/continuing/continued with other/another/different .. candidate*/applicant*",
                    "selected/chosen/chose/select .. other/another/different .. candidate*/applicant*",
                    "move/moving/proceed/proceeding/go/going/went/gone .. with .. candidate*/applicant*/someone/people who/whose/with",
                    "candidate*/applicant*/someone .. whose/who/with .. more/better/closely/closer .. match*/fit*/align*/experience/suit*/meet*",
                    "go/going/gone/went with someone else", "not/t .. right/best/good/strong/close fit/match",
                    "not/t a fit/match",
                    "your profile/background/experience/skills/qualifications ... not/t .. match/fit/align/meet/suit",
                    "not/t [currently] have .. position/role/opening/vacancy .. match*/suit*/fit*",
                    "not/t .. to the next/final stage/round/step/phase",
                    "not/t .. on this occasion", "not/t .. successful this/at time",
                    "position/role/vacancy/search/opening/requisition ... has/have/been .. cancelled/canceled/withdrawn/eliminated",
                    "go/going/move/moving in a different/another direction", "decided to pass",
                    "not/t be able to .. take/move/progress/proceed .. further/forward",
                ]
            ),
            (
                .filled,
                [
                    "position/role/vacancy/job/opening ... has/have/was/is/s/been [now/already/since] [been] [now] filled",
                    "filled the/this position/role/vacancy/job/opening",
                    "offered .. position/role/job to another/someone/a",
                    "hired/appointed .. another/someone/different", "accepted by another/someone",
                    "another/other candidate/applicant/person has/was/been .. accepted/hired/appointed/offered",
                    "candidate/someone else .. accepted .. offer",
                ]
            ),
            (
                .application,
                [
                    "you applying", "appreciate .. applying", "you .. apply to/for/at",
                    "your application/interest/candidacy/candidature/resume/cv/submission", "you applied",
                    "for applying", "applying to/for", "your recent/job application",
                    "your interview/interviews",
                    "interview*", "you .. submitted .. application", "considering us/our",
                    "your time and interest",
                ]
            ),
            (
                .interviewed,
                [
                    "time to [come] [in] [and] interview/meet/speak/talk/chat/come/visit",
                    "time .. speaking/meeting/talking/interviewing with",
                    "interviewing with/for",
                    "for meeting/speaking/talking/chatting/coming [in] [with] us/me/our/the/to/in",
                    "enjoyed meeting/speaking/talking/getting/our/your",
                    "pleasure/great/nice/lovely/good [to] meet/meeting/speak/speaking/talk/talking/getting .. you",
                    "your [recent/final/second/first] interview/interviews",
                    "our [recent] conversation/conversations/interview/interviews/discussion/discussions/chat/meeting",
                    "after/following/during the interview/interviews", "interview panel",
                ]
            ),
            (
                .finalist,
                [
                    "you were/are/re .. finalist*",
                    "one of .. final/last/two/three/finalist .. candidates/applicants",
                    "one of .. finalists", "made/reached/got/came .. to .. final/last round/stage/two/three",
                    "reached the final/last round/stage/two/three", "runner up", "close second",
                    "came down to you/two",
                    "very close/difficult decision between",
                ]
            ),
            (
                .invitation,
                [
                    "like/love/want/pleased/delighted/happy/glad/excited to invite you .. interview/call/conversation/chat/meeting/meet/screen*/onsite/assessment/talk",
                    "inviting/invite you .. to .. interview/onsite/assessment",
                    "invite you for .. interview/call/chat",
                    "like/love/want/pleased/delighted/happy/glad/keen to interview/meet/schedule/arrange/set/book/organise/organize/speak/talk/chat .. with/you/interview/call/conversation/chat/time/meeting",
                    "please .. schedule/book/choose/pick/select .. time/slot/interview/call",
                    "interview .. is/has/been .. confirmed/scheduled/booked",
                    "confirm/confirming/confirmation .. your/the/of .. interview",
                    "invitation .. interview", "interview invitation/confirmation/details",
                    "selected/shortlisted .. for .. interview",
                    "you .. available/availability/free ... interview/call/chat/conversation/talk/meeting",
                    "which/what/when .. time*/day*/slot* .. suit/suits/works/work",
                    "your availability .. interview/call/chat/conversation",
                    "invited .. to .. interview",
                    "next step/stage/round .. is/will .. interview/call/conversation with",
                ]
            ),
            (
                .receipt,
                [
                    "received your .. application/resume/cv/submission",
                    "your application ... received/submitted",
                    "your application was sent to", "application received/submitted/confirmation",
                    "confirm .. receipt of your", "receipt of your application",
                    "successfully applied/submitted",
                    "you .. applied to/for",
                ]
            ),
            (
                .thanks,
                [
                    "thank/thanks [you] for .. applying/submitting",
                    "thank/thanks [you] for your [recent/job] application", "reviewing your application",
                ]
            ),
            (
                .review,
                [
                    "will [now] review/reviewing/consider/assess/contact", "be in touch", "get back to you",
                    "currently reviewing", "under review", "hear from us", "will be reviewed/contacted",
                ]
            ),
            (.limit, ["until", "unless", "as long as", "without .. documents"]),
            (
                .contrary,
                [
                    "application to rent/join/lease/adopt/study",
                    "application for .. admission/admissions/residency/benefits/asylum/school/nursery/university",
                    "application for .. msc/bsc/ma/phd/degree/course/program/programme", "upload*",
                    "resubmit*", "complete your application", "incomplete", "club",
                    "offer letter", "offer of employment", "job offer",
                    "pleased/delighted/happy/excited/thrilled/like to offer/extend",
                    "put/placed/on/hold/pause* .. on hold", "on hold", "on ice", "been/have paused",
                    "hiring freeze", "waiting list", "waitlist*",
                    "reopened", "re opened", "reopening", "back in the running", "reconsider*",
                    "change of plan*", "open again",
                    "withdraw*/withdrew .. application/candidacy", "application/candidacy .. withdrawn",
                    "your withdrawal",
                    "you/your .. referred/referral .. not/t/candidate*/unsuccessful",
                    "your referral/candidate/candidates/applicant/applicants", "candidate* you/your",
                    "application for .. bank account",
                    "application for ... loan/visa/credit/mortgage/membership/tenancy/insurance/apartment/flat/card/grant/scholarship/passport/permit/funding/loan/leave",
                    "loan/visa/credit/mortgage/membership/card/grant application",
                    "still .. reviewing/interviewing/considering/deciding", "not/t [yet] .. made .. decision",
                    "cancel*/postpone* .. interview", "despite .. earlier/previous .. mail/email/message",
                    "sent .. in error/mistake", "disregard", "please ignore",
                ]
            ),
            (.regret, ["unfortunately", "regret*", "sadly", "sorry", "disappoint*", "afraid"]),
            (
                .noise,
                [
                    "view/read .. in your/a/the browser", "this/our newsletter", "your/this job alert/alerts",
                    "new jobs for/in/near/matching/this",
                    "jobs for you", "jobs .. match/matching your", "recommended jobs", "in this issue",
                    "this week s", "our readers/subscribers",
                    "receiving this .. because you subscribed/signed",
                    "weekly/daily/monthly digest/roundup/newsletter",
                    "register .. webinar", "our/free webinar", "tips for", "subscriber only",
                ]
            ),
            (
                .noiseInSubject,
                [
                    "automatic/auto reply/response", "autoreply", "out of [the] office", "job alert/alerts",
                    "newsletter", "new jobs",
                    "on vacation/leave", "weekly/daily digest", "jobs for you", "jobs you",
                ]
            ),
            (
                .condition,
                [
                    "if", "should you/we/your/there", "unless", "in case", "in the event", "whether", "until",
                    "when", "whenever", "may not/be/have/still/also", "might",
                    "could", "yet", "selected/shortlisted/successful candidates/applicants will", "only",
                    "do/please not assume",
                    "does/do not mean", "imagine", "pretend", "how to", "hypothetical*", "before we",
                ]
            ),
            (
                .report,
                [
                    "other/remaining candidates/applicants have/were/are/will",
                    "candidates/applicants who .. not",
                    "i was/am not/t", "i wasn/didn t", "i did not",
                    "with the/our/this/that/an/their agency/project/vendor/supplier/plan/plans/contract/deal/event/launch/merger/purchase/proposal/order",
                    "hear/heard/understand/gather you",
                    "told/informed/emailed/wrote me",
                    "i was/am/ve/got/applied/heard/hear/withdraw/would/have .. told/rejected/applied/heard/withdraw/withdrawn/unsuccessful/interviewed",
                    "my application/candidacy/candidature/interview/resume/cv",
                    "their/his/her application/candidacy", "turned me down", "rejected me",
                    "they/he/she told/said/say/says", "a friend",
                    "people/candidates/applicants often/who are/hear", "phrases/sentences/words like/such",
                ]
            ),
        ])
}
