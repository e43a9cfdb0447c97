extension StandardTemplates {
    static let silence = """
        == R2.first-message hiring-manager,interviewer,recruiter email,message
        Subject: {{ reply_subject }}
        Subject: {{ role }}

        {{ greeting }},

        I wrote to you on {{ ask_day }} about the {{ role }} role and am still interested. Is there anything you need from me?

        {{ signature }}

        == R2.first-message referred email,message
        Subject: {{ reply_subject }}
        Subject: Ten minutes of your time

        {{ greeting }},

        In case my message of {{ ask_day }} got lost[[: {{ referrer }} suggested that I talk to you]]. Could we talk for ten \
        minutes[[ about {{ company }}]], on a day that suits you?[[ {{ question }}]]

        {{ signature }}

        == R2.first-message,R4.return-to-first anyone email,message
        Subject: {{ reply_subject }}
        Subject: Ten minutes of your time

        {{ greeting }},

        In case my message of {{ ask_day }} got lost: could we talk for ten minutes, on a day that suits you?[[ {{ question }}]]

        {{ signature }}

        == R2.first-message,R4.return-to-first anyone call

        - “I wrote to you on {{ ask_day }}. Is this a good moment?”
        - [[{{ referrer }} suggested that you talk to them.||Say in one sentence why you chose them.]]
        - [[Your question: {{ question }}||Your question, in one sentence.]]
        - Agree on ten minutes another day, if now is bad.

        == R2.telephone anyone call

        - “I have tried to reach you {{ asks }}, last on {{ ask_day }}. Do you have five minutes?”
        - [[{{ referrer }} suggested that you talk to them.||Say in one sentence why you chose them.]]
        - [[Your question: {{ question }}||Your question, in one sentence.]]
        - Ask when a longer talk would suit, or who else to talk to.

        == R2.telephone,R2.try-again hiring-manager,interviewer,recruiter email,message
        Subject: {{ reply_subject }}
        Subject: {{ role }}

        {{ greeting }},

        I am still interested in the {{ role }} role; my last message was on {{ ask_day }}. If it is too early for an answer, \
        there is no need to write one.

        {{ signature }}

        == R2.telephone,R2.try-again anyone email,message
        Subject: {{ reply_subject }}
        Subject: Once more, briefly

        {{ greeting }},

        I last wrote on {{ ask_day }} and know that there are busier things than my messages. If five minutes are possible one \
        day, I would be glad[[: {{ question }}||.]] If not, a short no is fine, too.

        {{ signature }}

        == R2.try-again anyone call

        - No reproach: silence is not a no. You last tried on {{ ask_day }}.
        - [[Your news: {{ news }}||One sentence on what you look for.]]
        - [[Your question: {{ question }}||Your question, in one sentence.]]
        - Make a no easy: “Or is this simply not the time?”

        == R2.after-interview anyone email,message
        Subject: {{ reply_subject }}
        Subject: {{ role }}

        {{ greeting }},

        I am still very interested in the {{ role }} role[[ we talked about on {{ interview_day }}]].[[ So that you know where I \
        stand: I am also in conversation with {{ other_employers }}.]] If anything more from me would help your decision, I will \
        send it right away.

        {{ signature }}

        == R2.after-interview anyone call

        - You are still very interested in {{ role }}[[; you talked on {{ interview_day }}]].
        - [[You are also in conversation with {{ other_employers }}.||Leave the status alone.]]
        - Offer more information: references, examples of your work.
        - Thank them, and leave the next word to them.

        == R2.monthly-touch,R1.keep-warm,R4.cadence,R4.every recruiter email,message
        Subject: A short update

        {{ greeting }},

        A short update: {{ news }} I am still open to roles like[[ {{ role }}|| the ones we talked about]]; please think of me when \
        one comes in. No reply needed.

        {{ signature }}

        == R2.monthly-touch,R1.keep-warm,R4.cadence,R4.every referrer email,message
        Subject: What came of your introduction

        {{ greeting }},

        A word on what came of your introduction: I talked with {{ referred }} on {{ referred_day }}.[[ {{ news }}]] Thank you for \
        opening that door.

        {{ signature }}

        == R2.monthly-touch,R1.keep-warm,R4.cadence,R4.every referrer email,message
        Subject: A short update

        {{ greeting }},

        You helped me with a name, so you should hear how things go. {{ news }} No reply needed.

        {{ signature }}

        == R2.monthly-touch,R1.keep-warm,R4.cadence,R4.every former-colleague email,message
        Subject: A short update

        {{ greeting }},

        A short update from someone you know from {{ shared_employer }}: {{ news }} I hope things are going well[[ at {{ company }}]]. \
        No reply needed.

        {{ signature }}

        == R2.monthly-touch,R1.keep-warm,R4.cadence,R4.every hiring-manager,interviewer email,message
        Subject: A short update

        {{ greeting }},

        A short update, since we talked about the {{ role }} role: {{ news }} I would still be glad to work with you one day. No reply \
        needed.

        {{ signature }}

        == R2.monthly-touch,R1.keep-warm,R4.cadence,R4.every anyone email,message
        Subject: A short update

        {{ greeting }},

        [[We were last in touch in {{ last_month }}, so here is a short update: ||A short update: ]]{{ news }} I hope things are going \
        well[[ at {{ company }}]]. No reply needed.

        {{ signature }}

        == R2.monthly-touch,R1.keep-warm,R4.cadence,R4.every anyone call

        - One piece of news: {{ news }}
        - [[Tell them how the talk with {{ referred }} went.||Let them talk about theirs.]]
        - Ask for nothing.

        == R2.unused-referral anyone email,message
        Subject: {{ referrer }} suggested that I write to you

        {{ greeting }},

        {{ referrer }} suggested that I talk to you.[[ {{ question }}]] Could you spare fifteen minutes in the next two weeks? I am not \
        asking you for a job: I would like to understand how [[{{ company }} is||things are]] set up, who decides[[ about roles like \
        {{ goal_role }}]], and where I might fit.

        {{ signature }}

        == R2.unused-referral anyone email,message
        Subject: Fifteen minutes of your time

        {{ greeting }},

        {{ unnamed_referrer }} gave me your name. [[{{ question }} ]]Could you spare fifteen minutes in the next two weeks? I am not asking \
        you for a job: I would like to understand how [[{{ company }} is||things are]] set up, and where I might fit.

        {{ signature }}

        == R2.unused-referral anyone call

        - “{{ referrer }} suggested that I talk to you.”
        - You are not asking for a job: how is [[{{ company }}||their team]] set up, and who decides?
        - [[Your question: {{ question }}||Where might someone like you fit?]]
        - “Who else should I talk to?” Afterwards, tell {{ referrer }} how it went.

        == R2.unused-referral anyone call

        - Say that {{ unnamed_referrer }} gave you their name, without saying who.
        - You are not asking for a job: how is [[{{ company }}||their team]] set up, and who decides?
        - [[Your question: {{ question }}||Where might someone like you fit?]]
        - “Who else should I talk to?” Afterwards, tell the one who led you there how it went.

        == R2.promised-introduction anyone email,message
        Subject: {{ reply_subject }}
        Subject: {{ introduced_person }}

        {{ greeting }},

        [[On {{ introduction_offered_day }} you||You]] offered to introduce me to {{ introduced_person }}. Can I make it easier for you, with two \
        lines about me to forward?[[ I also saw {{ opening }} posted: should I apply myself before it closes?]]

        {{ signature }}

        == R2.promised-introduction,R2.missed-promise anyone email,message
        Subject: {{ reply_subject }}
        Subject: Still open from our last talk

        {{ greeting }},

        One thing is still open from {{ promise_said_day }}: {{ promise }}.[[ You had {{ promise_day }} in mind.]] Can I make it easier for \
        you?[[ I also saw {{ opening }} posted: should I apply myself before it closes?]]

        {{ signature }}

        == R2.promised-introduction anyone call

        - A gentle reminder: the introduction to {{ introduced_person }}.
        - “Can I make it easier for you?” Offer two lines about you to forward.
        - [[{{ opening }} is posted: ask whether to apply yourself before it closes.||Thank them, whatever they say.]]

        == R2.promised-introduction,R2.missed-promise anyone call

        - A gentle reminder of {{ promise_said_day }}: {{ promise }}.
        - “Can I make it easier for you?”
        - [[{{ opening }} is posted: ask whether to apply yourself before it closes.||Thank them, whatever they say.]]

        == R2.answer anyone email,message
        Subject: {{ reply_subject }}
        Subject: Your question

        {{ greeting }},

        Thank you for getting in touch on {{ their_day }}. {{ answer }}

        {{ signature }}

        == R2.answer anyone call

        - You are calling back about {{ their_day }}.
        - Your answer: {{ answer }}
        - Agree on the next step, and on who takes it.
        """

    static let routines = """
        == R4.second-person anyone email,message
        Subject: A question[[ about {{ company }}]]

        {{ greeting }},

        I am looking into [[{{ company }}||your field]][[ for a role as {{ goal_role }}]] and would value ten minutes of your time. {{ question }}

        {{ signature }}

        == R4.second-person anyone call

        - Who you are, and why you chose them[[ at {{ company }}]].
        - Your question: {{ question }}
        - Ask for ten minutes, now or another day. Say nothing of anyone’s silence.
        """
}
