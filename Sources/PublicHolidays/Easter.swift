internal import ReferralGraph

extension CalendarDay {
    /// Easter Sunday of the Western churches, in years of the Gregorian calendar (Meeus/Jones/Butcher).
    static func easter(_ year: Int) -> CalendarDay {
        let (golden, century) = (year % 19, year / 100)
        let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7
        let correction = (golden + 11 * epact + 22 * weekday) / 451
        return CalendarDay(year: year, month: 3, day: 1)! + (epact + weekday - 7 * correction + 21)
    }

    /// Easter Sunday of the Orthodox churches, from 1900 to 2099 (Meeus' Julian algorithm, 13 days later).
    static func orthodoxEaster(_ year: Int) -> CalendarDay {
        let moon = (19 * (year % 19) + 15) % 30
        let weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        return CalendarDay(year: year, month: 3, day: 1)! + (moon + weekday + 21 + 13)
    }
}
