"""A bookmark that takes along the page one reads: its address, headline and text, to this machine alone.

What it takes goes in the part of an address that no browser sends (after #). The page that it opens, `/clip`, is the
same for whoever asks, holds nothing of the case and needs no token: a browser does not send one along when another site
opens a page. It leads on to the form, which does need it, and nothing is kept before somebody presses Add there.
"""

from __future__ import annotations

from html import escape
from urllib.parse import quote

LONGEST = 400_000
"""Characters of a page's text that are taken along."""
_PLAIN = "!#$&'()*+,/:;=?@[]{}|<>\\^` "
"""Characters that stand as they are in the address of a bookmark; a quotation mark and % do not."""
_TAKE = """(()=>{
const said=(...names)=>{for(const n of names){
const m=document.querySelector(`meta[property="${n}"],meta[name="${n}"]`);
if(m?.content)return m.content.trim()}return""};
const one=(what)=>document.querySelector(what);
const chosen=String(getSelection());
const parts=[...document.querySelectorAll("article,main,[role=main]")];
const body=parts.sort((a,b)=>b.innerText.length-a.innerText.length)[0]??document.body;
const day=said("article:published_time","datePublished","date")||one("time[datetime]")?.dateTime||"";
const clip={title:said("og:title")||document.title,text:(chosen.length>200?chosen:body.innerText).slice(0,LONGEST),
url:one("link[rel=canonical]")?.href||location.href,outlet:said("og:site_name"),published:day.slice(0,10)};
open("HOME/clip#"+encodeURIComponent(JSON.stringify(clip)))})()"""

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Clip</title><script src="/static/rashomon.js" type="module"></script></head>
<body data-clip><main><h1>Taking it along</h1><p>If nothing follows, open the address that <code>rashomon serve</code>
printed in this browser, and clip again.</p></main></body></html>
"""


def bookmark(home: str) -> str:
    """Give the address of the bookmark for the pages at `home` ("http://127.0.0.1:8642")."""
    script = " ".join(_TAKE.split("\n")).replace("LONGEST", str(LONGEST)).replace("HOME", escape(home))
    return f"javascript:{quote(script, safe=_PLAIN)}"
