"""Faces for people: the pages of a case, served on this machine or written to a folder, and a JSON API beside them."""

from rashomon.web.application import application
from rashomon.web.background_work import Model
from rashomon.web.folder import folder
from rashomon.web.serve import serve

__all__ = ["Model", "application", "folder", "serve"]
