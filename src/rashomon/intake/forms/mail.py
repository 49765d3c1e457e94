"""Mail and pages saved as mail (EML, MHTML, MBOX) to what they hold: the page, or the words, with their own headers."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import TYPE_CHECKING, Any, cast

from rashomon.intake.carried_by import host_agrees
from rashomon.intake.day import day
from rashomon.intake.forms import AS_TEXT, InputForm
from rashomon.intake.markup import words
from rashomon.intake.names import is_whole
from rashomon.intake.shown_days import day_of_line
from rashomon.intake.source import Found, Source
from rashomon.language import word_set
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_HEADER = re.compile(
    rb"\A(?:From [^\n]{3,200}\n)?+(?:[!-9;-~]{2,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*+){2,}+", re.I
)
_MAIL = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|subject|snapshot-content-location|content-type)\s*:",
    re.I | re.M,
)
_PARTED = re.compile(rb"^From [^\r\n]{3,200}\r?\n(?=[!-9;-~]{2,60}:)", re.MULTILINE)
_SAVED = re.compile(r"[\"'<\s]{0,3}saved by\b", re.IGNORECASE)
_FORWARDED = re.compile(
    r"^[> \t]{0,20}(?:-{3,}[ \t]{0,5}[^\n-][^\n]{4,80}?-{3,}"
    r"|begin forwarded message:)[ \t]{0,20}$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADED = re.compile(r"\*?([^\W\d_][\w-]{1,12})(?:\s(?:el|le|il|op|em|am|d’envoi|d'envoi))?\s?:\*?\s+(\S.*)")
_ROLES = (
    word_set("words_of_pages", "mail_from"),
    word_set("words_of_pages", "mail_sent"),
    word_set("words_of_pages", "mail_subject"),
)
_PLACE = re.compile(r"@([\w-]+(?:\.[\w-]+)+)")
_BRACKETED = re.compile(r"\s*[<\[(][^<>\[\]()]*[>\])]\s*")
_MOST = 100_000
"""Messages of one mailbox."""
_LONGEST = 10_000  # characters of a header
_OF_A_PART = "content-"
_LONGEST_OF_A_PART = 1_000
_WORK = 200_000_000  # the squares of the lengths of what the parts of one message say of themselves
_DEEPEST = 3
"""Messages in one another."""
_PLAIN = 200
"""Characters that a plain part has to have to be more than a word that the page is in HTML."""


class _Bounded(EmailPolicy):
    """Reads no more of a header than anybody writes: the parser's time grows with the square of it."""

    def __init__(self) -> None:
        """Of one message: what its parts say of themselves is read once, and nothing where it is beyond measure."""
        super().__init__(message_factory=EmailMessage)
        object.__setattr__(self, "read", {})  # a policy is no place to keep things
        object.__setattr__(self, "work", [0])

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Give a header as its kind is read."""
        if not name.lower().startswith(_OF_A_PART):
            return super().header_fetch_parse(name, value[:_LONGEST])
        read: dict[tuple[str, str], Any] = vars(self)["read"]
        work: list[int] = vars(self)["work"]
        key = name, value[:_LONGEST_OF_A_PART]
        if key not in read:
            work[0] += len(key[1]) ** 2
            read[key] = super().header_fetch_parse(name, key[1] if work[0] <= _WORK else "")
        return read[key]


@dataclass(frozen=True, slots=True)
class Letter:
    """One message: a page in HTML or words, never both; the address it was saved from, and its headers as words."""

    html: bytes = b""
    charset: str = ""
    text: str = ""
    url: str = ""
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    saved: bool = False
    problem: str = ""


def is_mail(head: bytes) -> bool:
    """Tell whether some first bytes are the headers of a message."""
    match = _HEADER.match(head)
    if match is None:
        return False
    return len({name.lower() for name in _MAIL.findall(match.group())}) >= (1 if head[:5] == b"From " else 2)


def letters(data: bytes) -> Iterator[bytes]:
    """Give the messages of a mailbox, or the one message."""
    if not data.startswith(b"From "):
        yield data
        return
    starts = [m.start() for m in _PARTED.finditer(data)][:_MOST] or [0]
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        body = data[start:end]
        yield re.sub(rb"^>(>*From )", rb"\1", body.partition(b"\n")[2], flags=re.MULTILINE)


def letter(data: bytes) -> Letter:
    """Read one message. Raises nothing: what cannot be read is its `problem`."""
    try:
        return _letter(message_from_bytes(data, policy=cast(Any, _Bounded())))
    except Exception as error:
        return Letter(problem=f"is mail that cannot be parsed ({type(error).__name__})")


def _letter(message: EmailMessage, deep: int = 0) -> Letter:
    url = _header(message, "Snapshot-Content-Location")
    parts = [part for part in message.walk() if not part.is_multipart()]
    html = next((p for p in parts if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    placed = html is not None and _header(html, "Content-Location").startswith(("http://", "https://"))
    sent = any(message.get(header) for header in ("To", "Received", "Message-ID"))
    is_saved = bool(url) or _SAVED.match(_header(message, "From")) is not None or (placed and not sent)
    plain = next((p for p in parts if p.get_content_type() == "text/plain" and not p.get_filename()), None)
    if is_saved and html is not None:
        for part in parts:  # the page itself, where its frames are saved too
            if part.get_content_type() == "text/html" and url and _header(part, "Content-Location") == url:
                html = part
                break
    place = url or (_header(html, "Content-Location") if html is not None else "")
    name, _ = parseaddr(_header(message, "From"))
    listed = any(message.get(h) for h in ("List-Id", "List-Unsubscribe", "Feedback-ID"))
    told = Letter(
        url=place if place.startswith(("http://", "https://")) else "",
        title="" if is_saved else words(_header(message, "Subject")),
        outlet=words(name) if listed else "",
        author=words(name) if not listed and not is_saved and "@" not in name else "",
        published="" if is_saved else day(_header(message, "Date")),
        saved=is_saved,
    )
    text = _text(plain) if plain is not None else ""
    inner = _sent_along(message)
    if inner is not None and deep < _DEEPEST and not is_saved:
        return _letter(inner, deep + 1)
    if (
        html is not None
        and (html.get_filename() or html.get_content_disposition() == "attachment")
        and len(text) < _PLAIN
    ):
        held = html.get_payload(decode=True)  # a page that was sent along speaks for itself
        return Letter(
            held if isinstance(held, bytes) else b"", html.get_content_charset() or "", url=told.url, saved=True
        )
    if text and (len(text) >= _PLAIN or html is None) and not is_saved:
        return _of_the_one_sent_along(replace(told, text=text))
    if html is not None:
        charset = html.get_content_charset() or ""
        held = html.get_payload(decode=True)
        return replace(told, html=held if isinstance(held, bytes) else b"", charset=charset)
    attached = ", ".join(sorted({p.get_content_type() for p in parts})[:4])
    return Letter(problem=f"is mail without a text (it holds {attached or 'nothing'})")


def _of_the_one_sent_along(told: Letter) -> Letter:
    """Give the message whose words a mail holds behind a line that says so, with that one's head; else the mail."""
    mark = _FORWARDED.search(told.text)
    along = mark is not None and mark.start() < _PLAIN
    behind = told.text[mark.end() :] if mark and along else told.text
    behind = _unquoted(behind)
    head, _, rest = behind.lstrip("\n> \t*").partition("\n\n")
    fields = {m[1].casefold(): m[2] for line in head.splitlines() if (m := _HEADED.match(line.lstrip("> *\t")))}
    sender, sent, subject = (_headed(fields, role) for role in _ROLES)
    sure = sender and (sent or subject) if along else "@" in sender and sent and subject
    if not sure or not rest.strip():
        return told
    name = words(_BRACKETED.sub(" ", sender).replace("*", "")).strip(' "')
    place = _PLACE.search(sender)
    whole = is_whole(name) and not (place and host_agrees(name, f"https://{place[1]}/"))
    return replace(
        told,
        text=rest.strip(),
        title=words(subject) or told.title,
        published=day_of_line(sent.replace("*", ""))[0] or told.published,
        outlet="" if whole or "@" in name else name,
        author=name if whole else "",
    )


def _unquoted(told: str) -> str:
    """Give words without the marks of a quotation, where nearly every line has one."""
    lines = told.strip("\n").split("\n")
    if sum(line.startswith(">") for line in lines) * 10 < len(lines) * 9:
        return told
    return "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines)


def _headed(fields: Mapping[str, str], names: frozenset[str]) -> str:
    return next((fields[name] for name in fields if name in names), "")


def _sent_along(message: EmailMessage) -> EmailMessage | None:
    """Give the message that another carries with no more than a word of its own."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822":
            held = part.get_payload()
            inner = held[0] if isinstance(held, list) and held else None
            return inner if isinstance(inner, EmailMessage) else None
        if part.get_content_type() == "text/html" or (
            part.get_content_type() == "text/plain" and len(_text(part)) >= _PLAIN
        ):
            return None
    return None


def _header(message: EmailMessage, name: str) -> str:
    try:
        told = message.get(name)
    except Exception:
        return ""
    return " ".join(str(told or "").split()).encode("utf-8", "ignore").decode("utf-8")


def _text(part: EmailMessage) -> str:
    held = part.get_payload(decode=True)
    if not isinstance(held, bytes):
        return ""
    for encoding in (part.get_content_charset() or "utf-8", "utf-8", "cp1252"):
        try:
            told = held.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return told.replace("\x00", "").replace("\r\n", "\n").strip()
    return ""


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    data = taking.whole(source, taking.limits.max_file)
    held = list(letters(data))
    for number, message in enumerate(held, 1):
        many = len(held) > 1
        given, stem = (f"{source.given}:{number}", f"{source.stem}-{number}") if many else (source.given, source.stem)
        yield _report_of(taking, letter(message), message, stem, given)


def _report_of(taking: Taking, told: Letter, data: bytes, stem: str, given: str) -> Found | Refusal:
    if told.problem:
        return Refusal(given, told.problem, AS_TEXT)
    fields = {n: v for n in ("title", "outlet", "author", "published", "url") if (v := getattr(told, n))}
    if not told.html:
        return taking.record({**fields, "text": told.text}, data, stem, given, "text of a mail")
    page = taking.page(told.html, Source(io.BytesIO(), given, stem, "", told.url, "", told.charset))
    if isinstance(page, Refusal):
        return page
    note = "page saved as mail" if told.saved else "text of a mail, extracted from HTML"
    return Found({**page.fields, **fields} if not told.saved else page.fields, data, stem, given, note)


FORM = InputForm(
    read=_read,
    suffixes=(".eml", ".mht", ".mhtml", ".mbox"),
    kinds=("message/rfc822", "multipart/related", "application/mbox"),
    opens=lambda head, _: is_mail(head),
)
