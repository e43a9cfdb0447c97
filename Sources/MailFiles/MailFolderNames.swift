internal import Foundations
internal import ReferralGraph

/// What mail programs call the folders and labels for mail that was sent, is unfinished, unwanted or thrown away: Gmail,
/// Outlook, Apple Mail, Thunderbird and webmail, in the languages in which they are sold.
enum MailFolderNames {
    /// What a folder of that name is for; `nil` for any other.
    static func role(of name: String) -> MailRole? { roles[key(name)] }

    /// What spellings of one name have in common: letter case, accents, and what stands between words do not count.
    private static func key(_ name: String) -> String {
        let words = foldedName(decoded(name)).unicodeScalars.split {
            $0.isSpace || "_-’'`\"".unicodeScalars.contains($0)
        }
        return words.map { String($0) }.joined(separator: " ")
    }

    /// A folder's name as people read it: IMAP's modified UTF-7 resolved (RFC 3501, 5.1.3), as in `Entw&APw-rfe`.
    static func decoded(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "&")) else { return name }
        var result = ""
        var rest = name[...]
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            let coded = rest[rest.index(after: ampersand)...]
            guard let end = coded.firstIndex(of: "-"), let text = text(ofModifiedBase64: coded[..<end]) else {
                return result + rest[ampersand...]
            }
            result += text
            rest = coded[coded.index(after: end)...]
        }
        return result + rest
    }

    /// UTF-16 in base64 with a comma for the slash; `nil` for anything else. Nothing stands for the ampersand itself.
    private static func text(ofModifiedBase64 text: Substring) -> String? {
        if text.isEmpty { return "&" }
        let base64 = text.utf8.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: "/") : $0 }
        guard base64.allSatisfy({ TransferEncoding.isBase64($0) && $0 != UInt8(ascii: "=") }) else {
            return nil
        }
        let bytes = TransferEncoding.base64.decoded(base64)
        guard bytes.count >= 2, bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: 0, to: bytes.count, by: 2).map {
            UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static let roles: [String: MailRole] = {
        var roles: [String: MailRole] = [:]
        for (role, names) in [(MailRole.sent, sent), (.drafts, drafts), (.spam, spam), (.trash, trash)] {
            for name in names { roles[key(name)] = role }
        }
        return roles
    }()

    private static let sent = [
        "Sent", "Sent Mail", "Sent Items", "Sent Messages", "Sent Message", "Sent-mail", "Sent Email",
        "Outgoing mail",
        "Gesendet", "Gesendete", "Gesendete Objekte", "Gesendete Elemente", "Gesendete Nachrichten",
        "Gesendete E-Mails",
        "Envoyé", "Envoyés", "Messages envoyés", "Éléments envoyés", "Courrier envoyé", "Courriers envoyés",
        "Enviado", "Enviados", "Elementos enviados", "Mensajes enviados", "Correo enviado", "Itens enviados",
        "Mensagens enviadas", "Correio enviado", "E-mails enviados", "E-mail enviado", "Enviadas",
        "Itens Enviados",
        "Inviati", "Inviata", "Posta inviata", "Messaggi inviati", "Elementi inviati",
        "Verzonden", "Verzonden items", "Verzonden berichten", "Verstuurd", "Verzonden e-mail",
        "Wysłane", "Elementy wysłane", "Wysłane wiadomości", "Odeslaná pošta", "Odesláno", "Odeslané",
        "Odoslané",
        "Odoslaná pošta", "Elküldött", "Elküldött üzenetek", "Elküldött elemek", "Elküldött levelek",
        "Trimise",
        "Elemente trimise", "Mesaje trimise", "Mesaje Trimise", "Skickat", "Skickade", "Skickade objekt",
        "Skickade meddelanden", "Sendt",
        "Sendte elementer", "Sendt post", "Sendte", "Sendte meldinger", "Sendte beskeder", "Sendte mails",
        "Lähetetyt", "Lähetetyt viestit",
        "Gönderilmiş Öğeler", "Gönderilmiş", "Gönderilmiş Postalar", "Gönderilmiş Posta", "Gönderilenler",
        "Gönderildi",
        "Отправленные", "Отправлено", "Отправленная почта", "Отправленные элементы", "Надіслані",
        "Надіслано", "Відправлені", "Надіслані елементи", "Изпратени", "Απεσταλμένα", "Σταλμένα",
        "Απεσταλμένη αλληλογραφία", "Εξερχόμενα απεσταλμένα",
        "דואר יוצא", "דואר שנשלח", "נשלח", "נשלחו", "פריטים שנשלחו", "הודעות שנשלחו", "البريد المرسل",
        "المرسلة", "مرسل", "المرسل", "العناصر المرسلة", "الرسائل المرسلة", "بريد مرسل",
        "送信済み", "送信済みメール", "送信済みアイテム", "送信済みトレイ", "送信メール", "送信済", "送信済みメッセージ", "已发送", "已发邮件", "已发送邮件", "已傳送",
        "已发送的邮件",
        "寄件備份", "寄件匣備份", "寄件備份匣", "已寄出", "已傳送郵件", "寄件備份郵件", "已发消息", "已寄郵件", "보낸편지함", "보낸 편지함", "보낸 메일함",
        "보낸메일함", "보낸 메일", "보낸 항목",
        "Đã gửi", "Thư đã gửi", "Hộp thư đã gửi", "Mục đã Gửi", "Mục đã gửi", "Terkirim", "Pesan Terkirim",
        "Surat Terkirim", "Item Terkirim", "Dihantar", "Item Dihantar", "Surat Dihantar",
        "ส่งแล้ว", "จดหมายที่ส่งแล้ว", "รายการที่ถูกส่ง", "รายการที่ส่ง", "จดหมายที่ส่ง", "Poslano", "Poslane poruke",
        "Poslane stavke", "Poslana pošta", "Poslato", "Послато", "Enviats",
        "Correu enviat", "Elements enviats", "Bidalita", "भेजे गए", "भेजे गए मेल", "भेजी गई मेल", "भेजे गए आइटम", "प्रेषित",
        "Saadetud", "Nosūtītie", "Išsiųsti", "Išsiųsta", "Išsiųsti laiškai",
    ]

    private static let drafts = [
        "Drafts", "Draft", "Templates", "Unsent Messages", "Unsent", "Outbox", "Unsent Mail",
        "Draft Messages",
        "Entwurf", "Entwürfe", "Vorlagen", "Brouillon", "Brouillons", "Modèles", "Boîte d’envoi", "Borrador",
        "Borradores", "Plantillas", "Rascunho", "Rascunhos", "Modelos", "Bozza", "Bozze", "Modelli",
        "Concept", "Concepten",
        "Sjablonen", "Wersje robocze", "Wersja robocza", "Szkice", "Kopie robocze", "Robocze", "Szablony",
        "Koncept", "Koncepty",
        "Rozepsané", "Rozepsaná pošta", "Rozpísané", "Rozpracované", "Piszkozat", "Piszkozatok", "Vázlatok",
        "Ciorne", "Schițe", "Mesaje nefinalizate", "Mesaje Nefinalizate",
        "Utkast", "Kladde", "Kladder", "Udkast", "Luonnos", "Luonnokset", "Taslak", "Taslaklar", "Черновик",
        "Черновики",
        "Шаблоны", "Чернетка", "Чернетки", "Чорновики", "Чернови", "Πρόχειρα", "Πρόχειρο", "Σχέδια", "טיוטה",
        "טיוטות", "مسودة", "مسودات", "المسودات", "下書き",
        "下書きメール", "下書きフォルダ", "草稿", "草稿匣", "草稿箱", "草稿夹", "存草稿", "임시보관함", "임시 보관함", "임시보관", "초안", "초안함",
        "임시저장함", "Thư nháp", "Bản nháp",
        "Nháp", "Draf", "Konsep", "ร่าง", "ร่างจดหมาย", "แบบร่าง", "จดหมายร่าง", "ฉบับร่าง", "Skice", "Nacrti",
        "Nacrt", "Osnutki", "Nedovršeno", "Нацрти", "Esborranys", "Esborrany", "Zirriborroak", "Mustandid",
        "Melnraksti", "Juodraščiai", "ड्राफ़्ट", "ड्राफ्ट", "प्रारूप",
    ]

    private static let spam = [
        "Spam", "Junk", "Junk E-mail", "Junk Email", "Junk Mail", "Bulk Mail", "Bulk", "Spamverdacht",
        "Werbung und Spam",
        "Unerwünscht", "Junk-E-Mail", "Unbekannt verdächtig", "Courrier indésirable", "Indésirables",
        "Indésirable", "Pourriel", "Pourriels", "Correo no deseado",
        "No deseado", "Correo basura", "Lixo eletrônico", "Lixo electrónico",
        "Correio publicitário não solicitado", "Spam e lixo", "Posta indesiderata",
        "Indesiderata", "Ongewenste e-mail", "Ongewenste reclame", "Ongewenst", "Niechciane",
        "Wiadomości-śmieci", "Śmieci", "Nevyžádaná pošta", "Nevyžádané", "Nevyžiadaná pošta", "Nevyžiadané",
        "Levélszemét", "Mesaje nedorite", "Nedorite", "Skräppost", "Uønsket mail", "Uønsket e-mail",
        "Uønsket e-post", "Søppelpost", "Uønsket post", "Roskaposti", "Önemsiz", "Gereksiz",
        "Önemsiz Posta", "İstenmeyen", "İstenmeyen Posta", "Gereksiz E-posta", "Спам", "Нежелательная почта",
        "Нежелательные", "Небажана пошта", "Небажані", "Нежелана поща", "Ανεπιθύμητα",
        "Ανεπιθύμητη αλληλογραφία", "Ανεπιθύμητη",
        "דואר זבל", "זבל", "ספאם", "البريد العشوائي", "غير هام", "البريد غير الهام", "بريد إلكتروني غير هام",
        "بريد عشوائي", "迷惑メール", "垃圾邮件", "垃圾郵件", "垃圾邮件箱", "垃圾信件", "스팸", "스팸함", "스팸 메일함", "스팸메일함", "정크 메일",
        "정크",
        "Thư rác", "Email Rác", "Email rác", "Sampah Spam", "Pesan Sampah", "Email Sampah", "จดหมายขยะ",
        "สแปม", "อีเมลขยะ", "เมลขยะ", "Neželjena pošta", "Neželjeno", "Correu brossa", "स्पैम", "Rämpspost",
        "Mēstules", "Šlamštas",
    ]

    private static let trash = [
        "Trash", "Deleted", "Deleted Items", "Deleted Messages", "Deleted Mail", "Bin", "Wastebasket",
        "Papierkorb", "Gelöscht",
        "Gelöschte Objekte", "Gelöschte Elemente", "Gelöschte Nachrichten", "Corbeille", "Éléments supprimés",
        "Messages supprimés", "Supprimés", "Papelera",
        "Elementos eliminados", "Mensajes eliminados", "Eliminados", "Papelera de reciclaje", "Lixeira",
        "Lixo", "Itens excluídos", "Itens Eliminados", "Mensagens excluídas", "Excluídos", "Reciclagem",
        "Cestino", "Posta eliminata",
        "Elementi eliminati", "Eliminata", "Prullenbak", "Prullenmand", "Verwijderde items",
        "Verwijderde berichten", "Verwijderd", "Kosz", "Elementy usunięte", "Usunięte",
        "Koš", "Odstraněná pošta", "Odstraněné", "Odstránená pošta", "Odstránené", "Kôš", "Kuka",
        "Törölt elemek", "Törölt üzenetek", "Lomtár", "Coș de gunoi", "Coș", "Gunoi", "Elemente șterse",
        "Șterse", "Papperskorgen", "Papperskorg", "Borttaget",
        "Borttagna", "Borttagna objekt", "Papirkurv", "Slettet post", "Slettede elementer", "Slettede",
        "Søppel", "Søppelkasse", "Søppelbøtte", "Roskakori", "Poistetut", "Poistetut viestit", "Çöp",
        "Çöp Kutusu", "Çöp kutusu", "Silinmiş Öğeler",
        "Silinmiş", "Silinenler", "Корзина", "Удаленные", "Удалённые", "Удаленные элементы", "Кошик",
        "Видалені", "Видалені елементи", "Смітник", "Кошче", "Изтрити", "Κάδος", "Κάδος απορριμμάτων",
        "Διαγραμμένα", "Απορρίμματα", "Διεγραμμένα", "Κάδος ανακύκλωσης", "אשפה", "פח", "פריטים שנמחקו",
        "נמחקו",
        "سلة المهملات", "المهملات", "العناصر المحذوفة", "المحذوفات", "محذوف", "ゴミ箱", "ごみ箱", "削除済みアイテム",
        "削除済み", "已删除", "已删除邮件", "垃圾箱", "废纸篓", "回收站", "已删除消息",
        "已刪除的郵件", "刪除的郵件", "垃圾桶", "垃圾筒", "已刪除", "휴지통", "지운 편지함", "삭제된 편지함", "삭제된 메시지", "Thùng rác",
        "Mục đã xóa", "Đã xóa", "Mục đã Xóa", "Sampah", "Tempat Sampah", "Tong Sampah", "Item Terhapus",
        "Dihapus", "ถังขยะ", "รายการที่ถูกลบ", "รายการที่ลบ", "ข้อความที่ลบ",
        "Smeće", "Otpad", "Izbrisano", "Smetnjak", "Отпад", "Paperera", "Elements suprimits", "Zakarrontzia",
        "Prügikast", "Miskaste", "Šiukšlinė", "Šiukšliadėžė", "ट्रैश", "रद्दी",
    ]
}
