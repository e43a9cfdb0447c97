/// Texts that a name may be and that try to be more than text.
public enum HostileText {
    /// Markup, formulas, escape sequences, bidirectional overrides, and what else breaks careless printing.
    public static let all: [String] =
        markup + formulas + [
            "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{9B}31m", "bell\u{7}", "back\u{8}\u{8}space",
            "nul\u{0}nul", "line\nbreak", "carriage\rreturn", "crlf\r\nbreak", "tab\tstop", "del\u{7F}ete",
            "\u{202E}txt.exe", "\u{2066}isolate\u{2069}", "\u{200F}mark\u{200E}", "\u{061C}arabic mark",
            "separator\u{2028}of\u{2029}lines", "\u{FEFF}bom", "zero\u{200B}width", "noncharacter\u{FFFF}",
            "a\u{0301}\u{0302}\u{0303}\u{0304}", "👩‍👩‍👧‍👦 family", "🏳️‍🌈", "王小芳王小芳王小芳王小芳王小芳王小芳王小芳王小芳王小芳王小芳王小芳",
            "नीला शर्मा नीला शर्मा", "ﷺ", String(repeating: "long", count: 60), " ", "…",
        ]

    /// What would be an element, an attribute or a script in HTML.
    public static let markup: [String] = [
        "<script>alert(1)</script>", "<ScRiPt src=//x.example></sCrIpT>", "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='", "</title><script>1</script>",
        "</style><script>1</script>", "</article></main><iframe src=//x.example>", "<!--", "-->", "<![CDATA[",
        "]]>", "&lt;script&gt;", "&#60;script&#62;", "&amp;amp;", "javascript:alert(1)",
        "data:text/html,<script>1</script>", "<a href=\"javascript:1\">x</a>", "<base href=//x.example>",
        "<meta http-equiv=refresh content=0>", "<form action=//x.example>", "<style>*{display:none}</style>",
        "<link rel=stylesheet href=//x.example>", "<object data=x>", "<embed src=x>", "`${alert(1)}`",
        "{{7*7}}", "<%= 1 %>", "<\u{0}script>", "<scr\u{200B}ipt>", "＜script＞", "../../etc/passwd",
        "%3Cscript%3E", "\\\"><b>", "<x y='\">'>",
    ]

    /// What a spreadsheet would take for a formula.
    public static let formulas: [String] = [
        "=1+1", "=HYPERLINK(\"//x.example\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1",
        "=cmd|' /C calc'!A0",
    ]
}
