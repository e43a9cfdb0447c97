internal import Foundations
internal import PageServer
internal import Reporting

/// The page for a browser that has not shown the token yet: its script takes the token out of the address and asks for a
/// session.
enum WelcomePage {
    private static let style =
        "body{font:16px/1.5 Inter,\"Open Sans\",\"Segoe UI\",Arial,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem;color:#1f2933;background:#fff}@media (prefers-color-scheme:dark){body{color:#e8ebee;background:#15191d}}"

    private static let script = #"""
        (()=>{"use strict";
        const token=location.hash.slice(1),say=t=>document.getElementById("say").textContent=t;
        if(!token)return;
        history.replaceState(null,"",location.pathname+location.search);
        fetch("/session",{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify({token})})
        .then(r=>{if(r.ok)location.replace(location.pathname+location.search);else say("This address was used already, or is an old one. Start rebound serve again, and open the address that it prints.")})
        .catch(()=>say("Rebound is not running any more. Start rebound serve again."));
        })();
        """#

    static let response: PageResponse = {
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Rebound</title>
            <link rel="icon" href="data:,">
            <style>\(HTML(verbatim: style))</style>
            </head>
            <body>
            <main>
            <h1>Rebound</h1>
            <p id="say" role="status">Open the address that <code>rebound serve</code> printed in the terminal; it works once, for one browser.</p>
            </main>
            <script>\(HTML(verbatim: script))</script>
            </body>
            </html>

            """
        let policy =
            "default-src 'none'; style-src 'sha256-\(SHA256(style.utf8).base64)'; "
            + "script-src 'sha256-\(SHA256(script.utf8).base64)'; connect-src 'self'; img-src data:; base-uri 'none'; "
            + "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        return PageResponse(body: Array(page.text.utf8), contentPolicy: policy)
    }()
}
