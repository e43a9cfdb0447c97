extension MailPhrases {
    static let spanish = MailPhrases(
        language: .spanish,
        phrases: [
            (
                .no,
                [
                    "su/tu candidatura/solicitud/perfil/postulación/curriculum/cv ... no .. ha/fue/sido/será/podido/ha sido .. seleccionad*/aceptad*/elegid*/admitid*/escogid*/preseleccionad*",
                    "su/tu candidatura/solicitud/perfil/postulación ... no .. avanza*/continua*/seguirá/continuará/avanzará/prosper*/pasa/pasará",
                    "su/tu candidatura/solicitud/perfil/postulación ... descartad*/rechazad*/desestimad*/denegad*",
                    "descartado/desestimado/rechazado/descartar/desestimar .. su/tu candidatura/solicitud/perfil/postulación",
                    "no .. continuar/seguir/avanzar/proseguir/seguiremos/continuaremos/avanzaremos .. con/en .. su/tu candidatura/solicitud/perfil/postulación",
                    "no .. seguir/continuar/avanzar/seguiremos/continuaremos .. contigo/usted",
                    "no has/fuiste/quedaste/resultaste .. [sido] seleccionad*/elegid*/preseleccionad*/escogid*",
                    "usted no .. sido seleccionad*/elegid*", "has sido descartad*",
                    "no .. podemos/podremos/podamos/posible .. ofrecer* .. puesto/entrevista/posición/trabajo/empleo/plaza/vacante/contrato",
                    "no hemos/han seleccionado su/tu",
                    "no has/ha pasado/superado .. siguiente/última/próxima/proceso/fase/etapa/ronda",
                    "no continúas/sigues/avanzas/continuarás/seguirás .. proceso",
                    "no podemos/podremos/podamos .. contar con usted/contigo",
                    "rechazo de su/tu candidatura/solicitud",
                    "no aceptar/seleccionar/considerar su/tu candidatura/solicitud/perfil",
                ]
            ),
            (
                .noInContext,
                [
                    "no ha/han/fue/fueron/ha .. [sido] [resultado] seleccionad*/elegid*/preseleccionad*",
                    "no .. continuar/seguir/avanzar/seguiremos/continuaremos/avanzaremos/proseguir ... proceso/candidatura/solicitud",
                    "decidido/optado/optamos/elegido/seleccionado/escogido/decantado/decantarnos/contratado/elegir/decantamos/inclinado ... otro/otra/otros/otras .. candidat*/perfil*/persona*/aspirante*/postulante*",
                    "continuar/avanzar/seguir/adelante/continuaremos/seguiremos/continuamos/avanzaremos con otro/otra/otros/otras .. candidat*/perfil*/persona*/postulante*",
                    "candidat*/perfil* .. más/mejor .. ajusta*/encaja*/adecua*/alinead*/experiencia/acorde*",
                    "perfil/experiencia ... no .. encaja*/ajusta*/cumple*/corresponde*/coincide*/adecúa*/adapta*",
                    "no .. encaja*/ajusta* .. perfil/puesto/búsqueda/buscamos/vacante",
                    "respuesta/resolución negativa", "no .. siguiente fase/etapa/ronda",
                    "no .. contar contigo/usted",
                ]
            ),
            (
                .filled,
                [
                    "puesto/vacante/plaza/posición ... ha/fue/ya/está/sido/quedó/hemos .. cubiert*/ocupad*/adjudicad*",
                    "cubierto .. puesto/vacante/plaza/posición", "hemos cubierto",
                    "otro/otra candidat*/persona .. aceptado/contratad*",
                ]
            ),
            (
                .application,
                [
                    "su/tu candidatura/solicitud/postulación/interés/curriculum/cv/perfil/inscripción",
                    "proceso de selección", "proceso selectivo", "entrevista*",
                    "inscrito/inscribirte/inscribirse",
                    "postulado/postularte/postularse/postulaste/aplicado/aplicar/aplicaste", "el interés",
                    "participado/participar/participación .. proceso",
                ]
            ),
            (
                .interviewed,
                [
                    "tras/después/durante/por/luego/desde .. entrevista*",
                    "tu/su/nuestra/tus/sus/nuestras [última/pasada] entrevista*", "tiempo ... entrevista*",
                    "conocerte/conocerle/conocerla/conocerlo/haberte/haberle conocido",
                    "encantado/encantó/gustado/gustó/placer .. conocerte/conocerle/conocerla/hablar/conversar",
                    "nuestra conversación/charla/reunión", "las entrevistas realizadas/mantenidas",
                ]
            ),
            (
                .finalist,
                [
                    "finalista*", "ronda/fase/etapa final", "última fase/ronda/etapa", "recta final",
                    "entre los/las .. últimos/últimas/dos/tres .. candidat*",
                ]
            ),
            (
                .invitation,
                [
                    "invitarte/invitarle/invitarla/invitarlo/invitamos/invitar ... entrevista/llamada/reunión/conversación",
                    "citarte/citarle/convocarte/convocarle/convocamos/citamos ... entrevista",
                    "gustaría/encantaría/queremos/queríamos/quisiéramos/deseamos .. entrevistarte/entrevistarle/conocerte/conocerle/concertar/agendar/programar/coordinar/hablar/tener",
                    "invitación .. entrevista", "entrevista ... confirmada/programada/agendada/fijada",
                    "confirma*/confirmación .. entrevista", "tu/su disponibilidad",
                    "seleccionad*/preseleccionad* para .. entrevista",
                    "qué día/hora/horario* .. viene/vendría/conviene/prefieres",
                ]
            ),
            (
                .receipt,
                [
                    "recibido .. su/tu candidatura/solicitud/postulación/inscripción/curriculum/cv",
                    "candidatura/solicitud/postulación/inscripción ... recibida/registrada/enviada",
                    "confirma* .. recepción",
                    "te has inscrito", "inscripción .. correctamente",
                ]
            ),
            (
                .thanks,
                [
                    "gracias por .. inscribirte/inscribirse/postularte/postularse/aplicar/postular",
                    "gracias por enviarnos .. curriculum/cv/candidatura",
                    "gracias por .. su/tu candidatura/postulación/solicitud",
                ]
            ),
            (
                .review,
                [
                    "revisar*", "revisión", "estudiar*", "evaluar*", "valorar*", "contactar*",
                    "pondremos en contacto", "responder*",
                ]
            ),
            (.limit, ["hasta que", "a menos que", "salvo que", "mientras"]),
            (
                .contrary,
                [
                    "solicitud de/del .. devolución/reembolso/información/baja/amistad/subvención/ayuda/cambio/pago/admisión/matrícula",
                    "máster/universidad/colegio/club",
                    "complace/alegra/placer/encanta/gustaría .. ofrecerte/ofrecerle/ofrecer .. puesto/posición/contrato/trabajo",
                    "carta oferta", "oferta formal/firme/económica", "contrato de trabajo",
                    "contrato laboral",
                    "retirar/retirado/retirada/retiro/retirada/retiras .. candidatura/solicitud/postulación",
                    "en pausa/espera/stand",
                    "pausado/paralizado/suspendido/congelado/congelada/pausada/paralizada",
                    "reabierto/reabrir/reabierta", "lista de espera", "aún/todavía no .. decisión/decidido",
                    "no hemos .. tomado .. decisión",
                    "solicitud de/del .. préstamo/hipoteca/tarjeta/crédito/visado/beca/alquiler/vivienda/piso",
                    "cancelar/aplazar/posponer/cancelada/aplazada/cambiar .. entrevista", "por error",
                    "ignore/ignora/ignorar .. mensaje/correo",
                    "su/tu candidato/recomendado/recomendada/referido", "que recomendaste/recomendó",
                ]
            ),
            (
                .regret,
                [
                    "lamentablemente", "lament*", "desgraciadamente", "desafortunadamente", "sentimos",
                    "siento", "pena", "decepci*", "por desgracia",
                ]
            ),
            (
                .noise,
                [
                    "este/nuestro boletín/newsletter", "esta newsletter", "alerta de empleo",
                    "alertas de empleo", "nuevas ofertas",
                    "ofertas .. encajan/coinciden/coincidan/interesar*", "ver/leer .. navegador",
                    "recibes/recibe este .. porque", "en este número", "esta semana en",
                    "nuestros lectores/suscriptores", "consejos para",
                    "webinar", "seminario web",
                ]
            ),
            (
                .noiseInSubject,
                [
                    "respuesta automática", "fuera de [la] oficina", "ausente", "ausencia",
                    "alerta de empleo", "boletín", "newsletter", "nuevas ofertas", "vacaciones",
                    "ofertas de empleo",
                ]
            ),
            (
                .condition,
                [
                    "si", "en caso de/que", "cuando", "de no", "salvo", "a menos", "podría/podríamos",
                    "aún no",
                    "todavía no", "hasta que", "solo", "sólo", "únicamente", "antes de", "no significa",
                    "siempre que", "mientras",
                ]
            ),
            (
                .report,
                [
                    "los/las otros/otras/demás candidat* .. no/han",
                    "mi candidatura/solicitud/postulación/entrevista",
                    "me han/ha .. dicho/comunicado/informado/descartado/rechazado",
                    "me dijeron/descartaron/rechazaron/contó", "frases como", "un amigo", "una amiga",
                    "he sido/decidido/recibido",
                ]
            ),
        ])
}
