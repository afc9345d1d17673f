"""The whole explainer as books: EPUB 3 and PDF for each language, made from the built site.

pages     what of the built pages goes into a book, in which order
clean     a page's text without what only a screen can use; links that stay inside the book
markup    HTML trees as XML
epub      the files of an EPUB 3, zipped so that two builds are the same to the byte
pdf       one long page for WeasyPrint: tagged, with outline and language
fitting   notes that open on a screen as endnotes; what can only be played, named
drawing   drawings that need no style sheet
folder    the ZIP that opens from a folder
offered   the editions by name, as the about pages list them
command   what `run.py editions` starts
words     the few words that books add
"""
