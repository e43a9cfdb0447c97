extension MailPhrases {
    static let french = MailPhrases(
        language: .french,
        phrases: [
            (
                .no,
                [
                    "votre/ta candidature/profil/dossier ... pas .. [été] retenu*/sélectionné*/accepté*/abouti",
                    "pas .. retenu/retenir/sélectionné/sélectionner/retenons/retiendrons .. votre/ta candidature/profil/dossier",
                    "ne/n ... suite .. votre/ta candidature/dossier",
                    "votre/ta candidature ... ne/n ... suite",
                    "votre/ta candidature ... refusé*/rejeté*/écarté*/déclinée",
                    "décidé/choisi de ne pas .. votre/ta candidature",
                    "ne/n ... pas .. poursuivre/poursuivrons/poursuivons ... votre/ta candidature",
                    "ne pas poursuivre .. votre/ta candidature",
                    "ne/n ... vous/te .. proposer/offrir .. poste/emploi/stage/entretien",
                    "vous n avez/êtes .. pas .. [été] retenu*/sélectionné*",
                    "tu n as/es .. pas .. [été] retenu*/sélectionné*", "vous/te .. compter parmi .. pas",
                    "votre/ta candidature ... infructueuse", "pas .. favorablement .. votre/ta candidature",
                    "classé* sans suite", "rejet/refus de votre/ta candidature",
                ]
            ),
            (
                .noInContext,
                [
                    "ne/n ... donner*/donnerons/donnons/donné ... suite", "ne/n ... suite favorable/positive",
                    "ne/n ... favorablement", "suite/réponse/avis défavorable/négative/négatif",
                    "pas .. suite favorable",
                    "retenu/retenir/choisi/choisir/privilégi*/orienté*/orienter/porté*/arrêté*/sélectionn* ... autre/autres .. candidat*/profil*/personne",
                    "poursuivre/avancer/continuer/poursuivons/continuons avec d/un/une .. autre/autres .. candidat*/profil*",
                    "candidat*/profil* .. plus/davantage/mieux/correspond* .. poste/attentes/besoins/expérience/adéquation/profil",
                    "profil/expérience/compétences/parcours ... ne/n .. correspond*/répond*/pas .. pas/attentes/besoins/critères/recherche*",
                    "ne/n .. pas .. poursuivre/poursuivrons ... processus/recrutement/candidature",
                    "ne pas poursuivre", "pas .. été retenu*/sélectionné*",
                    "ne/n .. pas/pourrons .. vous retenir",
                    "autre/autres candidat*/profil* .. été .. retenu*/choisi*/préféré*",
                ]
            ),
            (
                .filled,
                [
                    "poste/offre ... a/est/été/déjà/désormais/finalement .. pourvu*",
                    "poste ... été .. attribué", "autre candidat* .. accepté",
                ]
            ),
            (
                .application,
                [
                    "votre/ta candidature/cv/dossier", "vous avez postulé", "postulé/postuler",
                    "votre/ton intérêt", "intérêt que vous/tu", "l intérêt", "entretien*",
                    "processus de recrutement", "vos démarches",
                ]
            ),
            (
                .interviewed,
                [
                    "notre/nos/votre/ton/vos/l/le/cet/les/dernier .. entretien*", "suite à/aux .. entretien*",
                    "lors de/des .. entretien*", "notre/nos échange*/rencontre/discussion*/conversation",
                    "plaisir de/à .. rencontrer/échanger/rencontrés",
                    "vous avoir rencontré*", "pris/accordé .. temps .. rencontrer/échanger",
                    "ravis/heureux .. vous .. rencontr*", "entretiens passés",
                ]
            ),
            (
                .finalist,
                [
                    "finaliste*", "dernière sélection/étape/phase/ligne", "dernier tour",
                    "parmi les .. derniers/deux/trois/finalistes", "phase finale", "dernier carré",
                ]
            ),
            (
                .invitation,
                [
                    "inviter/invitons/convions/convier/convoquons/convoquer ... entretien*",
                    "vous/te .. proposer/proposons .. un/une/un premier/un deuxième/premier .. entretien/échange/rendez/rencontre",
                    "proposons .. entretien/échange/rendez/rencontre",
                    "souhait*/aimerions/aimerais .. vous/te .. rencontrer",
                    "souhait*/aimerions/aimerais .. échanger avec vous/toi", "convocation .. entretien",
                    "invitation .. entretien", "confirm* .. votre/notre/l/de/d .. entretien",
                    "entretien ... confirmé/fixé/programmé",
                    "vos/tes disponibilités", "quelles sont vos/tes", "choisir/réserver .. créneau",
                ]
            ),
            (
                .receipt,
                [
                    "bien reçu votre/ta .. candidature/dossier/cv", "reçu votre/ta candidature",
                    "accus* .. réception",
                    "candidature .. bien [été] .. reçue/enregistrée/transmise/envoyée/prise",
                    "réception de votre/ta candidature", "candidature enregistrée/envoyée",
                    "votre candidature a .. été .. transmise/envoyée/enregistrée",
                ]
            ),
            (
                .thanks,
                [
                    "merci d avoir postulé", "merci pour/de votre/ta candidature",
                    "remercions de/pour votre/ta candidature",
                ]
            ),
            (
                .review,
                [
                    "étudier*", "étudi* .. attention", "examiner*", "examinée", "recontacter*",
                    "reviendrons vers", "ne manquerons pas", "donner suite", "traitement",
                ]
            ),
            (.limit, ["tant que", "à moins", "jusqu à"]),
            (
                .contrary,
                [
                    "demande de/d .. remboursement/bourse/aide/inscription/congé",
                    "inscription .. université/école/master/club", "s est désisté*",
                    "offre d embauche", "promesse d embauche", "contrat de travail",
                    "plaisir/heureux/heureuse/ravis de vous/te .. proposer/offrir .. le poste/poste/contrat",
                    "retrait de votre/ta candidature", "retiré/retirer/retirez votre/ta candidature",
                    "mis*/en .. attente/suspens/pause/stand",
                    "gel/gelé* .. recrutement*", "recrutement .. gelé/suspendu/reporté", "rouvert*",
                    "réouvert*", "relancé*", "de nouveau ouvert", "liste d attente",
                    "pas encore .. décid*/décision/choix",
                    "candidature .. logement/appartement/prêt/bourse/crédit/visa",
                    "demande de prêt/crédit/visa/logement",
                    "annuler/reporter/annulé/reporté/décaler .. entretien/rendez", "par erreur",
                    "ne pas tenir compte", "votre/vos candidat/candidats/recommandation",
                    "que vous avez recommandé*",
                ]
            ),
            (.regret, ["malheureusement", "regret*", "désolé*", "hélas", "déçu*", "déception"]),
            (
                .noise,
                [
                    "cette/notre newsletter", "lettre d information", "alerte emploi/job",
                    "offres .. correspond* .. profil/recherche/critères", "nouvelles offres",
                    "voir/lire .. navigateur", "vous recevez cet/ce .. car/parce", "dans ce numéro",
                    "cette semaine dans", "nos lecteurs/abonnés/lectrices", "conseils pour", "webinaire",
                ]
            ),
            (
                .noiseInSubject,
                [
                    "réponse automatique", "absence", "absent*", "alerte emploi/job", "newsletter",
                    "nouvelles offres", "congés", "offres d emploi",
                ]
            ),
            (
                .condition,
                [
                    "si", "s il/ils/elle", "au cas où", "en cas", "sans nouvelle*/réponse/retour",
                    "sans .. nouvelles/réponse/retour de", "passé ce délai", "faute de/d", "à défaut",
                    "lorsque", "quand", "pourrait/pourrions/pourraient", "ne manquer*", "pas encore",
                    "sous réserve", "tant que", "seul*", "avant de",
                    "ne signifie pas",
                ]
            ),
            (
                .report,
                [
                    "les autres candidat* .. ont/n/étaient/seront",
                    "ma candidature/mon", "mon entretien", "m a/ont .. dit/annoncé/informé*/écrit/appris",
                    "j ai .. été/postulé/appris/reçu", "on m a", "phrases comme", "un ami", "une amie",
                    "sa candidature", "je retire", "je souhaite retirer",
                ]
            ),
        ])
}
