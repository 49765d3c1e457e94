"""spaCy's own steps, done quicker: the same annotation, held against the stock ones by tests for the versions named.

`steps.quicken` puts them into a loaded pipeline, which can be saved and loaded like any other: its quick steps are
factories of spaCy's and save what they stand for. How a model counts (`counting`) is not saved, and
changes no answer.
"""
