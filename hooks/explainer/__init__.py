"""The pure core of the explainer: no MkDocs here, and nothing but the standard library on import.

Tools
  model               the records that every module speaks: Citation, Source, Name, Problem
  text, spans         words, folding, spelling distance; quotations, brackets, addresses
  reports             every message about a footnote, in one table
One note as typed -> its pieces
  markers             Ibid., Op. Cit., Loc. Cit., supra note n; pages and other locators
  shapes, cutting     what reads like a source or a comment; where one piece ends
  notes               the pieces of a note, each with marker, mention and locator
A full reference -> CSL fields (Source)
  heads, openings     where author and title stand, and what follows
  persons, dates, addresses, publication, imprint, kinds, languages, details
                      one kind of field each, and the record they fill in
  gazetteer           places, publishers and newspapers known by name
  fields              all of them together: read_source
Notes in printed order -> what each refers to
  mentions, names     the name, title and year in the words of a reference
  keys                law numbers, announced short names, addresses: they name a work outright
  matching, postings, works
                      does a mention fit a work; an index of words; the works cited so far
  short               short references without a marker
  memory              what earlier notes cited; given, linked or failed
  previous, named     references by place (Ibid.); by name or number (Op. Cit., supra)
  resolve             resolve_notes: the walk over all notes
On the page
  extension           ONE Markdown extension (imports markdown); the order of its processors
  paragraphs          ids that both languages share
  notetext, notebook, pagenotes
                      notes out of the tree, resolved, and put back
  noteviews, notebody, elements, printed
                      markers, list, previews; sources in words
  rules, words        why a reference leads where it leads; the words of our markup
  library             our entries in docs/_data/sources.yml
  citekeys, worksviews, bibliography
                      citations by key, and the list of works they make
The glossary
  terms, schools      the front matter of term pages as data, and how it is sorted
  termmatch           the forms of terms in running text
  termchecks          what can be wrong with the glossary
  running, sentences  blocks of text and what of them may be linked; the sentence around a word
  passages            what of an article can be quoted
  glossing, usage     terms marked on every page; entries told where their terms are used
  termviews, glossaryindex, glosswords, naming
                      marks, previews, entries, the index, and their words
  conceptmap, pictures
                      the map of relations, and how it is drawn
  glossexport, glossarydata, glossschema, downloading
                      the glossary as CSV, SKOS, JSON with its schema; the section that offers them
The timeline
  timeline, edtf      events, periods and the day of the article as data; dates in EDTF
  timelinechecks, timelineshapes
                      what can be wrong with them
  timelinepage, timelineviews, timelinefacts, timelinewords
                      events by period, how an event looks, what stands behind it, the words
  timelinefilters, timelinestyles
                      the form that filters, and the rules of the style sheet that do
  timelinepicture, timelinescale, timelinedown, timelinestrip
                      the picture and the small strip
  timelineuses, timelineciting
                      events told to other pages; files that cite each event
  timelineexport, timelinecalendar, timelineschema, timelinedata
                      CSV, JSON, TimelineJS, iCalendar, schema; the section that offers them
Annotations
  annotations         docs/_data/annotations as records after the Web Annotation Data Model
  annchecks           what can be wrong with them
  quotes, anchoring   a quotation found in a text, exactly once, within one part of the article
  htmltext, highlights
                      the author's words in finished HTML, and marks put around them
  annotating          one build's annotations: placed, shown, told to other features
  annviews, annpanel, annwords, icons
                      notes, the summary with its switches, words and drawings
  claims              checked claims shown on other pages
  annexport, annschema, anncite
                      the Web Annotation page, its schema, files that cite each note
  parallel            the other language below each paragraph; stale translations
The explorable
  game                Grieco’s amended prisoner’s dilemma in exact fractions: the reference
  gamestate           one setting of the sliders, its numbers in words
  gamewords, labwords what it says
  gamechart, gametables, gameplay, gamelab, gameviews
                      charts, tables, rounds and guess, the lab; put where a page asks for them
References
  sitereferences, references, refsviews, refwords
                      who cites which work; the page that lists them, and its words
  workkinds, issued, sourcefaults
                      the kind of a work, its dates, what can be wrong, in sources.yml
  csljson, cslitem, cslnames, cslstyle, citeproc, reftext
                      works as CSL-JSON, and printed by a processor in one style
  bibtex, ris, coins, exportdates
                      the other formats
  refsexport, refsschema, notesexport, notesschema
                      the files for others, and their schemas
  linkcheck, linkfetch, linkrun, linkstate
                      the check of addresses: decisions, requests, the program, what it found
Pages as machines and citing readers meet them
  pagerecord, cards   one page as a record, its picture; from front matter and cards.yml
  metadata            the tags of the head, as tables over the record
  linkeddata          the JSON-LD of a page: one graph of named nodes
  linkedterms, linkedworks, linkeddatasets, linkedevents
                      its nodes: terms, article and works cited, downloads, events
  citable, citefiles  a citation in three styles; BibTeX and RIS; small files for one entry
  citedpages, citing, citewords
                      what of a page is cited; the section that offers it, and its words
  describing          all of these together, for Site
The site
  site                one build: its data, what pages are given, the files made from them
  bilingual, styles   pairs of pages, menus, search by language; one style sheet
  editions            the whole site as EPUB, PDF and ZIP: a package with modules of its own
  searchforms, searchindex
                      relatives and other names of words; one index for each language
  themefiles          which of the theme's own files are published
  authorfields, yamlfile
                      misspelt fields of front matter and annotations; YAML read safely
  catalogue           all files that the site offers for download
  samples, lastwords  parts of finished pages shown elsewhere; what is filled in last
  finish, stylecut, advances, hashednames, compress
                      finished pages made small: styles, widths, names of files, smaller copies
  offline, errorpages, policy
                      reading without network, wrong addresses, what a page may do
"""

from .model import Citation, Name, Problem, Source
from .resolve import resolve_notes

__all__ = ["Citation", "Name", "Problem", "Source", "resolve_notes"]
