extension StandardTemplates {
    static let whileAlive = """
        == R5.thank-you hiring-manager email,message
        Subject: {{ reply_subject }}
        Subject: Thank you ({{ role }})

        {{ greeting }},

        Thank you for your time on {{ interview_day }}. What you said about {{ topic }} made it clearer to me what the {{ role }} role is \
        about, and that I want it. If anything more from me would help your decision, I will send it right away.

        {{ signature }}

        == R5.thank-you recruiter email,message
        Subject: {{ reply_subject }}
        Subject: Thank you ({{ role }})

        {{ greeting }},

        Thank you for the talk on {{ interview_day }}. What you told me about {{ topic }} helped. I am still \
        interested in the {{ role }} role.

        {{ signature }}

        == R5.thank-you anyone email,message
        Subject: {{ reply_subject }}
        Subject: Thank you ({{ role }})

        {{ greeting }},

        Thank you for your time on {{ interview_day }}. I have been thinking about what you said on {{ topic }} since. If a question about \
        me or my work is still open, please ask.

        {{ signature }}

        == R5.thank-you anyone call

        - Thank them for their time on {{ interview_day }}.
        - One thing you talked about: {{ topic }}
        - Ask whether a question about you is still open.

        == R5.open-application anyone email,message
        Subject: {{ reply_subject }}
        Subject: My application: {{ role }}

        {{ greeting }},

        I applied for the {{ role }} role[[ on {{ applied_day }}]] and am still interested. Is there anything you need from me?

        {{ signature }}

        == R5.open-application anyone call

        - You applied for {{ role }}[[ on {{ applied_day }}]] and are still interested.
        - “Is there anything you need from me?”
        - Ask who will look after the applications.

        == R5.stated-time,R5.their-turn anyone email,message
        Subject: {{ reply_subject }}
        Subject: The timeline[[ ({{ role }})]]

        {{ greeting }},

        You mentioned {{ stated_day }}. Has the timeline moved? I am still very interested[[ in the {{ role }} role]].

        {{ signature }}

        == R5.stated-time,R5.their-turn anyone email,message
        Subject: {{ reply_subject }}
        Subject: The next step[[ ({{ role }})]]

        {{ greeting }},

        When we were in touch on {{ promise_said_day }}, the next step was with you: {{ promise }}. Is there anything you need from me in \
        the meantime? I am still very interested[[ in the {{ role }} role]].

        {{ signature }}

        == R5.stated-time,R5.their-turn anyone call

        - “You mentioned {{ stated_day }}. Has the timeline moved?”
        - You are still very interested[[ in the {{ role }} role]].
        - Ask when a word can be expected, and leave it there.

        == R5.stated-time,R5.their-turn anyone call

        - On {{ promise_said_day }} the next step was with them: {{ promise }}.
        - “Is there anything you need from me?” You are still very interested[[ in the {{ role }} role]].
        - Ask when a word can be expected, and leave it there.

        == R5.missed-appointment anyone email,message
        Subject: {{ reply_subject }}
        Subject: Our talk

        {{ greeting }},

        I think we missed each other on {{ missed_day }}. When would suit you for another try?

        {{ signature }}

        == R5.missed-appointment anyone call

        - “I think we missed each other on {{ missed_day }}.” No reproach.
        - “When would suit you?”
        - If no one answers, leave that as a message, once.

        == R5.referee anyone email,message
        Subject: A reference for {{ reference_role }}

        {{ greeting }},

        I have named you as a reference for the {{ reference_role }} role[[ at {{ reference_company }}]], so someone may call you about \
        me.[[ What matters there: {{ note }}]] When can you be reached most easily? Thank you for speaking for me.

        {{ signature }}

        == R5.referee anyone email,message
        Subject: {{ reply_subject }}
        Subject: References ({{ role }})

        {{ greeting }},

        {{ referee }} is hard to reach at the moment. May I give you two other names, so that nothing has to wait?[[ {{ note }}]]

        {{ signature }}

        == R5.referee anyone call

        - You named them as a reference for {{ reference_role }}[[ at {{ reference_company }}]]: someone may call.
        - [[What matters there: {{ note }}||Say what matters in that role.]]
        - Ask when they can be reached most easily, and thank them.

        == R5.referee anyone call

        - {{ referee }} is hard to reach at the moment (it is about {{ role }}).
        - Offer two other names at once.[[ {{ note }}]]
        - Ask what the reference should be about.

        == R5.left anyone email,message
        Subject: {{ role }}

        {{ greeting }},

        I was in touch with {{ leaver }} about the {{ role }} role. Who looks after it now? I am still interested, and glad to start over \
        with whoever that is.

        {{ signature }}

        == R5.left anyone call

        - You were in touch with {{ leaver }} about {{ role }}.
        - “Who looks after it now?”
        - You are still interested.

        == R5.hard-times anyone email,message
        Subject: Thinking of you

        {{ greeting }},

        I read about {{ hard_news }} at {{ company }} and am thinking of you and your team. There is no need to reply.

        {{ signature }}

        == R5.hard-times anyone call

        - You read about {{ hard_news }} at {{ company }} and think of them and the team.
        - Listen. Ask nothing about the role.

        == R5.own-promise anyone email,message
        Subject: {{ reply_subject }}
        Subject: As promised

        {{ greeting }},

        I promised you this: {{ my_promise }}. {{ answer }}

        {{ signature }}

        == R5.own-promise anyone call

        - You promised: {{ my_promise }}
        - [[{{ answer }}||Do it in this call, or say when it will be done.]]
        """

    static let endings = """
        == R5.competing-offer anyone email,message
        Subject: {{ reply_subject }}
        Subject: Your offer ({{ offer_role }})

        {{ greeting }},

        Thank you for the offer of the {{ offer_role }} role. I will give you my answer by {{ offer_day }}.

        {{ signature }}

        == R5.competing-offer anyone email,message
        Subject: {{ reply_subject }}
        Subject: Your offer ({{ offer_role }})

        {{ greeting }},

        Thank you for the offer of the {{ offer_role }} role. I want to answer it carefully: by which day do you need to know?

        {{ signature }}

        == R5.competing-offer anyone email,message
        Subject: {{ reply_subject }}
        Subject: {{ role }}: an offer I have to answer by {{ other_offer_day }}

        {{ greeting }},

        I have an offer that I have to answer by {{ other_offer_day }}. I would rather work with you: can you tell me before then where \
        things stand with the {{ role }} role? If not, I understand; I wanted you to hear it from me.

        {{ signature }}

        == R5.competing-offer anyone call

        - Thank them for the offer of the {{ offer_role }} role.
        - [[You will answer by {{ offer_day }}.||Ask by which day they need your answer.]]
        - Ask what is still open for you.

        == R5.competing-offer anyone call

        - You have an offer that you have to answer by {{ other_offer_day }}.
        - You would rather work with them: where do things stand with {{ role }}?
        - No pressure: if they cannot say before then, you understand.

        == R5.accepted anyone email,message
        Subject: Good news

        {{ greeting }},

        I have accepted the {{ accepted_role }} role[[ at {{ accepted_company }}]], and you had a part in it. Thank you.[[ {{ note }}]] I \
        would like to return the favor one day.

        {{ signature }}

        == R5.accepted anyone email,message
        Subject: {{ reply_subject }}
        Subject: {{ role }}

        {{ greeting }},

        On {{ accepted_day }} I accepted another position, so I withdraw from the {{ role }} role. Thank you for your time[[ on \
        {{ interview_day }}]]; I would be glad to stay in touch.

        {{ signature }}

        == R5.accepted anyone call

        - You have accepted the {{ accepted_role }} role[[ at {{ accepted_company }}]].
        - Thank them for their part in it.
        - Ask what you can do for them.

        == R5.accepted anyone call

        - On {{ accepted_day }} you accepted another position; you withdraw from {{ role }}.
        - Thank them for their time[[ on {{ interview_day }}]].
        - You would be glad to stay in touch.

        == R5.re-posted anyone email,message
        Subject: {{ reply_subject }}
        Subject: {{ role }}

        {{ greeting }},

        I saw that the {{ role }} role was posted again on {{ reposted_day }}. I am still interested[[, and something is new since we talked: \
        {{ news }}||.]] If you see a chance, I would be glad to talk again.

        {{ signature }}

        == R5.re-posted anyone call

        - You saw that {{ role }} was posted again on {{ reposted_day }}.
        - [[What is new since you talked: {{ news }}||Say what is new since you talked.]]
        - You are still interested. No reproach about the no.

        == R5.kind-refusal anyone email,message
        Subject: {{ reply_subject }}
        Subject: {{ role_company }}

        {{ greeting }},

        I applied for the {{ role }} role at {{ role_company }}, and heard in {{ no_month }} that it would not work out. {{ news }} I am still \
        interested in working with you.

        {{ signature }}

        == R5.kind-refusal anyone call

        - Remind them: {{ role }}, and the no in {{ no_month }}.
        - One piece of news: {{ news }}
        - You are still interested in {{ role_company }}.

        == R5.open-door anyone email,message
        Subject: {{ reply_subject }}
        Subject: {{ role }}

        {{ greeting }},

        In {{ withdrawn_month }} I withdrew from the {{ role }} role.[[ {{ news }}]] I would like to come back to it: is there a need in your \
        team now?

        {{ signature }}

        == R5.open-door anyone call

        - In {{ withdrawn_month }} you withdrew from {{ role }}.
        - [[{{ news }}||Say what has changed for you.]]
        - “Is there a need now?”
        """

    static let contacts = """
        == R5.up-the-chain anyone email,message
        Subject: {{ referred }}

        {{ greeting }},

        I talked with {{ referred }} on {{ referred_day }}.[[ {{ news }}]] Thank you for opening that door.

        {{ signature }}

        == R5.up-the-chain anyone call

        - You talked with {{ referred }} on {{ referred_day }}.
        - [[{{ news }}||Say in one sentence what came of it.]]
        - Thank them for opening that door. Ask for nothing new.

        == R5.referrer anyone email,message
        Subject: {{ role }}

        {{ greeting }},

        News of the door you opened: {{ role_news }}[[ {{ news }}]] Thank you for your part in it.

        {{ signature }}

        == R5.referrer anyone call

        - News of the door they opened: {{ role_news }}
        - [[{{ news }}||Thank them for their part in it.]]
        - Ask for nothing new.

        == R5.job-loss former-colleague email,message
        Subject: Thinking of you

        {{ greeting }},

        I am sorry to hear about your job at {{ former_company }}. I know how you work from our time at {{ shared_employer }}, and will gladly say so. If \
        an introduction or just a talk would help, write to me.

        {{ signature }}

        == R5.job-loss anyone email,message
        Subject: Thinking of you

        {{ greeting }},

        I am sorry to hear about your job at {{ former_company }}. If an introduction, a second pair of eyes on an application or just a talk \
        would help, write to me.

        {{ signature }}

        == R5.job-loss anyone call

        - You are sorry to hear about the job at {{ former_company }}.
        - Listen, and ask how you can help. Offer an introduction.
        - Ask for nothing.

        == R5.long-gap former-colleague email,message
        Subject: {{ shared_employer }}

        {{ greeting }},

        It has been a long time: we were last in touch in {{ last_month }}, long after {{ shared_employer }}. {{ news }} How have \
        you been?

        {{ signature }}

        == R5.long-gap anyone email,message
        Subject: It has been a while

        {{ greeting }},

        It has been a long time: we were last in touch in {{ last_month }}. {{ news }} How have you been[[, and how are things at \
        {{ company }}]]?

        {{ signature }}

        == R5.long-gap anyone call

        - You were last in touch in {{ last_month }}[[; you worked together at {{ shared_employer }}]].
        - One piece of news: {{ news }}
        - Ask how they are. Ask for nothing yet.
        """
}
