/// What forms and drafts add to the script and the style sheet: names as they are typed, a draft's links as it is edited.
enum DialogPart {
    static let script = #"""
        // Names that fit what was typed so far.
        let suggesting=0;
        document.addEventListener("input",e=>{const i=e.target;if(!i.dataset?.suggest||e.inputType==="insertReplacementText")return;clearTimeout(suggesting);
        suggesting=setTimeout(async()=>{try{const d=await load(i.dataset.suggest+encodeURIComponent(i.value));if(i.isConnected)i.list?.replaceChildren(...document.adoptNode($("#names",d)).children)}catch{}},120)});
        // A draft is copied, opened and saved as it was edited.
        const drafted=()=>{const text=$("#draft-text");if(!text)return;const enc=encodeURIComponent,subject=enc($("#draft-subject")?.value??""),mail=$("#draft-mail"),file=$("#draft-file"),limit=+text.dataset.limit;
        if(mail){const[to,rest]=mail.getAttribute("href").split("?"),link=to+"?"+["subject="+subject,...rest.split("&").filter(p=>p.startsWith("In-Reply-To=")),"body="+enc(text.value.replace(/\r?\n/g,"\r\n"))].join("&");mail.hidden=link.length>+mail.dataset.limit;mail.setAttribute("href",link)}
        if(file)file.setAttribute("href",file.dataset.file+"&subject="+subject+"&body="+enc(text.value));
        if(limit)$("#draft-count").textContent=[...text.value].length+" of "+limit+" characters"};
        document.addEventListener("input",e=>{if(e.target.closest(".draft"))drafted()});
        setups.push(part=>{if($(".draft",part))drafted()});
        """#

    static let style = """
        .if-refused{display:none}form:has(.problem button) .if-refused{display:grid}
        .more-fields>div{display:grid;gap:.7rem;margin-top:.7rem}.more-fields{justify-self:start;width:100%}
        .choices{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center}.choices form{margin:0}.button[hidden]{display:none}
        form.sheet+form.sheet{margin-top:1.1rem}.draft textarea{min-height:15rem}fieldset .check{margin:.25rem 0}
        .company{grid-template-columns:minmax(0,16rem) minmax(0,1fr) auto}.company .who small{display:block}.facts{list-style:none;margin:.2rem 0;padding:0}.facts li{padding:.2rem 0}
        .wanted{display:flex;gap:.3rem;flex-wrap:wrap;margin:0}.wanted button[aria-pressed=true]{background:var(--ink);color:var(--paper);border-color:var(--ink)}
        @media (max-width:54rem){.company{grid-template-columns:1fr}}

        """
}
