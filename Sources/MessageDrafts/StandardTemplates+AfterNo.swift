extension StandardTemplates {
    static let afterNo = """
        == R1.thank-you hiring-manager email,message
        Subject: {{ reply_subject }}
        Subject: Thank you ({{ role }})

        {{ greeting }},

        Thank you for the time you gave me[[ on {{ interview_day }}]], and for considering me for the {{ role }} role.[[ \
        I keep coming back to what we said about {{ topic }}.]] If something comes up at {{ role_company }} where I could \
        help, I would be glad if you thought of me.

        {{ signature }}

        == R1.thank-you interviewer email,message
        Subject: {{ reply_subject }}
        Subject: Thank you ({{ role }})

        {{ greeting }},

        The {{ role }} role did not work out for me, and I still want to thank you for your time[[ on {{ interview_day }}]].[[ \
        What you said about {{ topic }} stayed with me.]] Please keep me in mind if your team needs someone.

        {{ signature }}

        == R1.thank-you recruiter email,message
        Subject: {{ reply_subject }}
        Subject: Thank you ({{ role }})

        {{ greeting }},

        Thank you for your help with the {{ role }} role at {{ role_company }}. It did not work out this time; please keep me \
        on your list for similar roles.

        {{ signature }}

        == R1.thank-you anyone email,message
        Subject: {{ reply_subject }}
        Subject: Thank you ({{ role }})

        {{ greeting }},

        The {{ role }} role at {{ role_company }} did not work out this time. Thank you for your time[[ on \
        {{ interview_day }}]]. Please keep me in mind when something suitable comes up.

        {{ signature }}

        == R1.thank-you anyone call

        - Thank them for their time[[ on {{ interview_day }}]]; it is about the no for {{ role }}.
        - Ask to be kept in mind at {{ role_company }}.
        - No argument about the decision.

        == R1.call anyone call

        - It is about the no for {{ role }}. [[Wish them well with the new hire for {{ filled_role }}.||Thank them for telling you.]]
        - [[Feedback: they said “{{ feedback }}”. Ask what would have made the difference.||Feedback: ask what was missing.]]
        - A name: “Is there anyone else at {{ role_company }}, or elsewhere, I should talk to?”
        - Agree to keep in touch.

        == R1.call anyone email,message
        Subject: {{ reply_subject }}
        Subject: Thank you, and one question ({{ role }})

        {{ greeting }},

        [[I hear that the {{ filled_role }} role is filled: I wish you well with the new hire.||Thank you for letting me know \
        about the {{ role }} role.]] [[You said “{{ feedback }}”. What would have made the difference?||May I ask what was missing?]] \
        Is there anyone else at {{ role_company }}, or elsewhere, I should talk to?

        I would like to keep in touch.

        {{ signature }}

        == R1.referral-request hiring-manager,interviewer,recruiter email,message
        Subject: {{ reply_subject }}
        Subject: One more question

        {{ greeting }},

        Thank you for our talk on {{ talk_day }}. Is there anyone else[[ at {{ role_company }}]], or elsewhere, I should talk \
        to? A name is enough; I will write to them myself.

        {{ signature }}

        == R1.referral-request anyone email,message
        Subject: {{ reply_subject }}
        Subject: One more question

        {{ greeting }},

        Thank you for our talk on {{ talk_day }}. Who else[[ at {{ company }}]], or elsewhere, should I talk to[[ about a role \
        as {{ goal_role }}]]? A name is enough; I will write to them myself.

        {{ signature }}

        == R1.referral-request anyone call

        - Thank them for the talk on {{ talk_day }}.
        - [[Feedback: they said “{{ feedback }}”.||Ask what was missing, if it has not come up.]]
        - “Is there anyone else here, or elsewhere, I should talk to?”
        - Ask whether you may mention their name.

        == R1.connect anyone message
        Limit: 200 characters

        {{ greeting }}, thank you for talking with me about the {{ role }} role[[ on {{ interview_day }}]].[[ What you said \
        about {{ topic }} stayed with me.]] I would like to keep in touch.

        == R1.connect anyone email
        Subject: Keeping in touch

        {{ greeting }},

        Thank you again for talking with me about the {{ role }} role[[ on {{ interview_day }}]].[[ What you said about \
        {{ topic }} stayed with me.]] I would like to keep in touch; may I send you an invitation to connect?

        {{ signature }}

        == R1.follow-star hiring-manager,interviewer email,message
        Subject: Congratulations

        {{ greeting }},

        Congratulations on the new role at {{ new_company }}[[: {{ new_title }}]]. I have not forgotten our talk[[ about the \
        {{ role }} role]]. I wish you a good start with the new team.

        {{ signature }}

        == R1.follow-star anyone email,message
        Subject: Congratulations

        {{ greeting }},

        Congratulations on the new role at {{ new_company }}[[: {{ new_title }}]]. I wish you a good start.[[ {{ news }}]]

        {{ signature }}

        == R1.follow-star anyone call

        - Congratulate them on the role at {{ new_company }}[[ ({{ new_title }})]].
        - Ask how the first weeks are.
        - [[Your news: {{ news }}||Ask for nothing today.]]

        == R1.watch-employer hiring-manager email,message
        Subject: {{ opening }}

        {{ greeting }},

        I saw the opening for {{ opening }} at {{ company }}, and I am interested. [[Since we last talked: {{ news }} ]]Is it in \
        your team, and could we talk about it?

        {{ signature }}

        == R1.watch-employer recruiter email,message
        Subject: {{ opening }}

        {{ greeting }},

        I saw the opening for {{ opening }} at {{ company }}, and I am interested. [[Since we last talked: {{ news }} ]]Would you \
        put me forward for it?

        {{ signature }}

        == R1.watch-employer anyone email,message
        Subject: {{ opening }}

        {{ greeting }},

        I saw the opening for {{ opening }} at {{ company }}, and I am interested. [[Since we last talked: {{ news }} ]]Do you know \
        who is hiring for it, and would you give them my name?[[ I understand that {{ bonus_company }} thanks employees for \
        referrals, so I would rather come through you than through the form.]]

        {{ signature }}

        == R1.watch-employer anyone call

        - You saw {{ opening }} at {{ company }} and are interested.
        - [[What is new since you last talked: {{ news }}||Say what experience you have gained since you last talked.]]
        - Ask who is hiring, and whether they would give your name.
        - [[{{ bonus_company }} pays for referrals: say that you would like it to be theirs.||Thank them; say when you will apply.]]
        """
}
